using KoreXo.OpenApi.Text;

namespace KoreXo.Cli.Specs.Checking;

/// <summary>
/// The intended differences between the two readers, each with a reason that a person can check. A difference without one is an error in
/// one of the readers.
/// </summary>
internal static class KnownDifferences
{
    // Each condition sees the difference and what the author wrote there. For {"enum": ["a", "b"]}, the generator reads a string and NSwag
    // any value; IsInferred accepts that, because no type was written. With a type, the same difference would be an error.
    private static readonly (string Reason, Func<Disagreement, WrittenPlace, bool> Covers)[] All =
    [
        ("NSwag lists the body and the form fields of Swagger 2.0 among the parameters", IsBodyOfSwagger),
        ("NSwag ignores 'consumes' and 'produces' of Swagger 2.0", IsMediaTypeOfSwagger),
        ("The type 'file' of Swagger 2.0 is a binary string in OpenAPI 3", static (item, _) => item is { Own: "string", Other: "file" }),
        ("NSwag reads the schema of a parameter, but not its content", IsContentOfParameter),
        ("NSwag reads neither webhooks nor additional operations", static (item, _) => IsWebhook(item)),
        ("NSwag reads neither 'if', 'then' and 'else' nor dependent schemas", static (item, at) => item.Other is null && IsCondition(at)),
        ("A string, a number or a list has no members, whatever is next to its type", HasMembersForNothing),
        ("An omitted type follows from values, a format, members or choices", IsInferred),
        ("A number that may also be a string is a number, as ASP.NET Core writes numbers", IsNumberOrText),
        ("A value of several types can be any value", static (item, _) => item is { Own: "any" } && HasSeveralTypes(item.Other)),
        ("An inline schema that something refers to gets a name", IsNamedByUs),
        ("A choice between required members says nothing about the type", IsChoiceOfRequired),
        ("NSwag replaces a component that is a reference with its target", IsAlias),
        ("NSwag does not read 'const'", static (item, at) => item.Other == "any" && HasConstant(at.Node)),
        ("A choice between constants is an enum", IsChoiceOfValues),
    ];

    /// <summary>Returns the reason for a difference; null if none is known.</summary>
    public static string? ReasonOf(Disagreement disagreement, WrittenPlace written) =>
        All.Where(known => known.Covers(disagreement, written)).Select(static known => known.Reason).FirstOrDefault();

    private static bool IsSwagger(WrittenPlace written) => written.Root["swagger"] is not null;

    private static bool IsBodyOfSwagger(Disagreement item, WrittenPlace written) =>
        IsSwagger(written) && item.Other is null && item.Subject.EndsWith($"{ReadFacts.Inside}body", StringComparison.Ordinal);

    private static bool IsMediaTypeOfSwagger(Disagreement item, WrittenPlace written) =>
        IsSwagger(written) && (item.Own ?? item.Other) == ReadFacts.Content && (item.Own is null || item.Other is null);

    private static bool IsContentOfParameter(Disagreement item, WrittenPlace written) =>
        item.Other is "any" && item.Subject.Contains(" parameter '", StringComparison.Ordinal) && written.IsWithin("content");

    private static bool IsWebhook(Disagreement item) =>
        item.Other is null && item.Own is ReadFacts.Webhook or ReadFacts.AdditionalOperation;

    private static bool IsCondition(WrittenPlace written) =>
        written.IsWithin("if", "then", "else", "dependentSchemas", "dependentRequired");

    private static bool HasMembersForNothing(Disagreement item, WrittenPlace written) =>
        item.Own is null
        && written.Node["properties"] is not null
        && written.Node.String("type") is "string" or "integer" or "number" or "boolean" or "array";

    private static bool IsInferred(Disagreement item, WrittenPlace written) =>
        item is { Own: "string" or "integer" or "number" or "boolean" or "array" or "object" or "null", Other: "any" }
        && written.Node["type"] is null;

    private static bool IsNumberOrText(Disagreement item, WrittenPlace written) =>
        item.Own is "integer" or "number" && (HasSeveralTypes(item.Other) || written.IsWithin("anyOf", "oneOf"));

    private static bool HasSeveralTypes(string? type) => type?.Contains(',', StringComparison.Ordinal) == true;

    private static bool IsNamedByUs(Disagreement item, WrittenPlace written) =>
        item.Other == $"a reference to {SchemeText.NoComponent}"
        || (item.Other is null && !written.IsThere && item.Subject.StartsWith("schema '", StringComparison.Ordinal));

    private static bool IsChoiceOfValues(Disagreement item, WrittenPlace written) =>
        item.Own is null && (IsSet(written.Node["oneOf"]) || IsSet(written.Node["anyOf"]));

    private static bool IsChoiceOfRequired(Disagreement item, WrittenPlace written) =>
        item.Own is null
        && new[] { written.Node["oneOf"], written.Node["anyOf"] }.Any(static choices =>
            choices is { Items.Count: > 0 } && choices.Items.TrueForAll(static choice => choice.Names is ["required"])
        );

    private static bool IsAlias(Disagreement item, WrittenPlace written) =>
        written.Node["$ref"] is not null
        && item.Own?.StartsWith("a reference to", StringComparison.Ordinal) == true
        && ReadFacts.Around(item.Subject) is null;

    private static bool HasConstant(SpecNode node) =>
        new[] { node["oneOf"], node["anyOf"] }.Any(static choices =>
            choices?.Items.Exists(static choice => choice["const"] is not null) == true
        );

    private static bool IsSet(SpecNode? choices) =>
        choices is { Items.Count: > 0 } && choices.Items.TrueForAll(static choice => (choice["const"] ?? choice["enum"]) is not null);
}
