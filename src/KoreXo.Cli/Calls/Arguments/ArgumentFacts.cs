using KoreXo.Cli.Calls.Documents;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Cli.Calls.Arguments;

/// <summary>What a schema says about a value that is no part of a C# type.</summary>
/// <param name="Default">The value that counts when the argument is left out.</param>
/// <param name="Minimum">The smallest number.</param>
/// <param name="Maximum">The largest number.</param>
/// <param name="MaxItems">The largest number of items.</param>
internal sealed record ArgumentFacts(string? Default, decimal? Minimum, decimal? Maximum, int? MaxItems)
{
    private const int MostNested = 16;

    public static readonly ArgumentFacts None = new(null, null, null, null);

    /// <summary>Returns what the document says about the parameters and members of an operation.</summary>
    public static Func<ArgumentPlace, string, ArgumentFacts> Of(CallOperation operation)
    {
        var views = operation.Document.Views;
        var method = views
            .Paths.SelectMany(views.Operations)
            .FirstOrDefault(candidate =>
                candidate.Path.Template == operation.Model.Path
                && string.Equals(candidate.Verb, operation.Model.Verb, StringComparison.OrdinalIgnoreCase)
            );
        return (place, name) =>
            method is null ? None
            : place == ArgumentPlace.Body
                ? Of(views, Member(views, method.Body?.Content.Select(static media => media.Schema) ?? [], name, 0))
            : Of(views, method.Parameters.LastOrDefault(parameter => IsAt(parameter, place) && parameter.Name == name)?.Schema);
    }

    private static bool IsAt(SpecParameter parameter, ArgumentPlace place) =>
        parameter.Location?.ToString() == place.ToString() || (parameter.IsWholeQuery && place == ArgumentPlace.Query);

    private static SpecSchema? Member(SpecDocument document, IEnumerable<SpecSchema> schemas, string name, int depth)
    {
        foreach (var schema in schemas)
        {
            var own = document.Resolve(schema);
            if (own.PropertyNames.Contains(name, StringComparer.Ordinal))
            {
                return own.Property(name);
            }

            if (depth < MostNested && Member(document, Parts(own), name, depth + 1) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }

    private static ArgumentFacts Of(SpecDocument document, SpecSchema? schema)
    {
        if (schema is not { } given)
        {
            return None;
        }

        // "allOf: [{ $ref }]" with a default beside it is the usual way to write a default for a referenced schema.
        var own = document.Resolve(given);
        var all = Parts(own).Where(_ => own.Count("oneOf") + own.Count("anyOf") == 0).Select(document.Resolve).Prepend(own).ToList();
        return new ArgumentFacts(
            (given.Node["default"] ?? First(all, static node => node["default"])) is { Kind: not SpecNodeKind.Null } value
                ? value.Kind is SpecNodeKind.Object or SpecNodeKind.Array
                    ? SpecJson.Write(value)
                    : value.Text
                : null,
            all.Select(static part => part.Minimum).FirstOrDefault(static limit => limit is not null),
            all.Select(static part => part.Maximum).FirstOrDefault(static limit => limit is not null),
            all.Select(static part => part.Node.Integer("maxItems")).FirstOrDefault(static limit => limit is not null)
        );
    }

    private static SpecNode? First(IEnumerable<SpecSchema> schemas, Func<SpecNode, SpecNode?> read) =>
        schemas.Select(schema => read(schema.Node)).FirstOrDefault(static node => node is not null);

    private static IEnumerable<SpecSchema> Parts(SpecSchema schema) =>
        schema.Branches("allOf").Concat(schema.Branches("oneOf")).Concat(schema.Branches("anyOf"));
}
