using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Routing;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>The behaviors of the operations of any document, inferred from the document alone.</summary>
internal sealed class DocumentBehaviors
{
    private readonly List<OperationBehavior> _behaviors = [];
    private readonly List<SimulatedOperation> _operations = [];
    private readonly ResourceStore _store = new();

    public DocumentBehaviors(ApiCatalog catalog, PlatformState state)
    {
        var answers = new SchemaAnswers(state);
        var jobs = new JobBehaviors(catalog, state);
        var inference = new ResourceInference(catalog.Operations);
        var parents = inference.Resources.Select(resource => resource.Collection.Key).ToHashSet(StringComparer.Ordinal);
        var effects = inference
            .Resources.SelectMany(resource => resource.Effects.Select(effect => (effect.Key, effect.Value, Resource: resource)))
            .DistinctBy(entry => entry.Key.Id, StringComparer.Ordinal)
            .ToDictionary(entry => entry.Key.Id, StringComparer.Ordinal);
        foreach (var operation in catalog.Operations)
        {
            Func<OperationCall, ApiAnswer> run = answers.Create;
            var (effect, path, remark) = (
                SimulatedEffect.None,
                (string?)null,
                Hidden(catalog, operation) ?? inference.ReasonFor(operation)
            );
            if (effects.TryGetValue(operation.Id, out var entry))
            {
                var behaviors = new ResourceBehaviors(entry.Resource, _store, answers, state);
                (effect, path, remark) = (
                    entry.Value,
                    entry.Resource.Path,
                    entry.Value == SimulatedEffect.List ? Ignored(operation) : null
                );
                run = call => behaviors.Run(entry.Value, call);
            }

            run = WithParents(operation, effect, parents, jobs.With(operation, run));
            _behaviors.Add(OperationBehavior.Answering(operation.Id, run));
            if (jobs.Remark(operation) is { } job)
            {
                effect =
                    effect != SimulatedEffect.None ? effect
                    : operation.Job is null ? SimulatedEffect.GetJob
                    : SimulatedEffect.StartJob;
                remark = job;
            }

            _operations.Add(new SimulatedOperation(operation.Id, operation.Method, operation.Path, effect, path, remark));
        }
    }

    public BehaviorTable Table => new(_behaviors);

    /// <summary>Gets what each operation does, in the order of the document.</summary>
    public IReadOnlyList<SimulatedOperation> Operations => _operations;

    /// <summary>Checks first that everything exists through which the path goes.</summary>
    private Func<OperationCall, ApiAnswer> WithParents(
        ApiOperation operation,
        SimulatedEffect effect,
        HashSet<string> collections,
        Func<OperationCall, ApiAnswer> run
    )
    {
        if (ResourcePath.From(operation.Path) is not { } path)
        {
            return run;
        }

        // The resource that the operation itself works on is looked for by its own behavior, which may create it.
        var ends = path
            .Items.Where(length => length < path.Segments.Count || effect == SimulatedEffect.None)
            .Where(length => collections.Contains("/" + string.Join('/', path.Segments.Take(length - 1))))
            .ToList();
        return ends.Count == 0
            ? run
            : call =>
            {
                foreach (var length in ends)
                {
                    _store.Get(path.Place(call.PathValues, length - 1), call.PathValues[path.Names[length - 1]!]);
                }

                return run(call);
            };
    }

    /// <summary>Returns which parameters of a list are only validated.</summary>
    private static string? Ignored(ApiOperation operation)
    {
        var names = operation
            .Parameters.Where(parameter => parameter.Place == ParameterLocation.Query)
            .Select(parameter => parameter.Name)
            .Where(name => operation.Paging is not { InBody: false } paging || (name != paging.Position && name != paging.Size))
            .ToList();
        return names.Count switch
        {
            0 => null,
            1 => $"lists all: {names[0]} is validated, but selects nothing",
            _ => $"lists all: {string.Join(", ", names)} are validated, but select nothing",
        };
    }

    // The order of the document decides, as in the routes.
    private static string? Hidden(ApiCatalog catalog, ApiOperation operation)
    {
        var twin = catalog.Operations.FirstOrDefault(other =>
            other.Method == operation.Method
            && RoutePath.Bare(other.Path) == RoutePath.Bare(operation.Path)
            && operation.Fixed.Count == 0
            && RoutePath.FixedQuery(other.Path).ToHashSet().SetEquals(RoutePath.FixedQuery(operation.Path))
            && VariantChoice.Required(other).SequenceEqual(VariantChoice.Required(operation), StringComparer.Ordinal)
        );
        return twin is null || twin == operation ? null : $"never called: its requests are those of '{twin.Id}'";
    }
}
