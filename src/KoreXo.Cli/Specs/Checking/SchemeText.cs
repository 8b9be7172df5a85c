namespace KoreXo.Cli.Specs.Checking;

/// <summary>The phrases with which both readers describe security schemes and the targets of references.</summary>
internal static class SchemeText
{
    /// <summary>The target of a reference that names a schema inside another one rather than a component.</summary>
    public const string NoComponent = "an inline schema";

    public static string Of(string type, string? place, string? name, string? scheme) =>
        type switch
        {
            "apiKey" => $"apiKey in {place ?? "no place"} as '{name}'",
            "http" => $"http {scheme}",
            _ => type,
        };

    public static string Requirement(IEnumerable<(string Scheme, IEnumerable<string> Scopes)> parts) =>
        string.Join(
            " + ",
            parts
                .Select(static part => $"{part.Scheme}({string.Join(", ", part.Scopes)})")
                .Order(StringComparer.Ordinal)
                .DefaultIfEmpty("nothing")
        );

    public static string Requirements(IEnumerable<string> requirements) => string.Join(" or ", requirements.DefaultIfEmpty("nothing"));
}
