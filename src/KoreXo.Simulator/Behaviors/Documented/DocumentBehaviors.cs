using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Routing;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>The behaviors of the operations of any document, inferred from the document alone.</summary>
internal sealed class DocumentBehaviors
{
    private readonly List<OperationBehavior> _behaviors = [];
    private readonly List<SimulatedOperation> _operations = [];

    public DocumentBehaviors(ApiCatalog catalog, PlatformState state)
    {
        var answers = new SchemaAnswers(state);
        foreach (var operation in catalog.Operations)
        {
            _behaviors.Add(OperationBehavior.Answering(operation.Id, answers.Create));
            _operations.Add(
                new SimulatedOperation(
                    operation.Id,
                    operation.Method,
                    operation.Path,
                    SimulatedEffect.None,
                    null,
                    Hidden(catalog, operation)
                )
            );
        }
    }

    // The order of the document decides, as in the routes.
    private static string? Hidden(ApiCatalog catalog, ApiOperation operation)
    {
        var twin = catalog.Operations.FirstOrDefault(other =>
            other.Method == operation.Method
            && RoutePath.Bare(other.Path) == RoutePath.Bare(operation.Path)
            && operation.Fixed.Count == 0
            && VariantChoice.Required(other).SequenceEqual(VariantChoice.Required(operation), StringComparer.Ordinal)
        );
        return twin is null || twin == operation ? null : $"never called: its requests are those of '{twin.Id}'";
    }

    public BehaviorTable Table => new(_behaviors);

    /// <summary>Gets what each operation does, in the order of the document.</summary>
    public IReadOnlyList<SimulatedOperation> Operations => _operations;
}
