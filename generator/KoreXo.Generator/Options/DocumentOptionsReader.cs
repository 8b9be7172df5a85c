using KoreXo.OpenApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Generator.Options;

/// <summary>Reads the metadata of <c>OpenApiSpec</c> items, which the build passes on as analyzer configuration.</summary>
internal static class DocumentOptionsReader
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    /// <summary>
    /// Unknown settings and the ones that were probably intended. A build passes on only the metadata that it declares, so others are
    /// never seen.
    /// </summary>
    private static readonly (string Wrong, string Right)[] Mistaken =
    [
        ("Operation", "Operations"),
        ("OperationIds", "Operations"),
        ("Tag", "Tags"),
        ("Overlay", "Overlays"),
        ("ScopeFrom", "ScopesFrom"),
        ("Group", "Grouping"),
        ("GroupBy", "Grouping"),
        ("ClassName", "ClientName"),
        ("Client", "ClientName"),
        ("Visibility", "Accessibility"),
        ("AccessModifier", "Accessibility"),
        ("RootNamespace", "Namespace"),
    ];

    /// <summary>Returns the options of a document; null if the additional file is no document.</summary>
    public static DocumentOptions? Read(AdditionalText file, AnalyzerConfigOptionsProvider provider)
    {
        var options = provider.GetOptions(file);
        if (!IsMarked(options, "true"))
        {
            return null;
        }

        provider.GlobalOptions.TryGetValue("build_property.RootNamespace", out var rootNamespace);
        return new DocumentOptions(
            Text(options, "Namespace"),
            Text(options, "ClientName"),
            Text(options, "Accessibility"),
            List(options, "Operations"),
            List(options, "Tags"),
            rootNamespace ?? ""
        )
        {
            StringFormats = List(options, "StringFormats"),
            Overlays = List(options, "Overlays"),
            ScopesFrom = Text(options, "ScopesFrom"),
            Grouping = Text(options, "Grouping"),
            Registration = Text(options, "Registration"),
            Mistakes = Mistaken.Where(pair => Text(options, pair.Wrong) is not null).ToArray(),
        };
    }

    /// <summary>Returns whether documents may refer to the file.</summary>
    public static bool IsPart(AdditionalText file, AnalyzerConfigOptionsProvider provider) => IsMarked(provider.GetOptions(file), "part");

    private static bool IsMarked(AnalyzerConfigOptions options, string mark) =>
        options.TryGetValue(Metadata + "KoreXoOpenApi", out var marker) && string.Equals(marker, mark, StringComparison.OrdinalIgnoreCase);

    private static string? Text(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(Metadata + name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    // A comma, because the metadata travels through a file in the format of .editorconfig, where ';' and '#' begin a comment:
    // "getPet;listPets" would arrive as "getPet". The package's targets replace semicolons before they write that file.
    private static EquatableArray<string> List(AnalyzerConfigOptions options, string name) =>
        (Text(options, name) ?? "")
            .Split([','], StringSplitOptions.RemoveEmptyEntries)
            .Select(static item => item.Trim())
            .Where(static item => item.Length > 0)
            .ToArray();
}
