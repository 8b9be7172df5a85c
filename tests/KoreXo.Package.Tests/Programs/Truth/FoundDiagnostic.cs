using System.Text.Json;
using System.Text.RegularExpressions;

namespace KoreXo.Package.Tests.Programs.Truth;

/// <summary>Diagnostics of a build in the form of <see cref="TruthComment"/>.</summary>
internal static partial class FoundDiagnostic
{
    /// <summary>Reads the diagnostics about scopes from the error logs in a folder.</summary>
    public static IEnumerable<TruthComment> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*.sarif").SelectMany(log => ReadLog(log, folder));

    private static List<TruthComment> ReadLog(string log, string folder)
    {
        using var sarif = JsonDocument.Parse(File.ReadAllText(log));
        return
        [
            .. sarif
                .RootElement.GetProperty("runs")
                .EnumerateArray()
                .SelectMany(static run => run.GetProperty("results").EnumerateArray())
                .Where(static result => result.GetProperty("ruleId").GetString()!.StartsWith("KXO1", StringComparison.Ordinal))
                .Select(result => From(result, folder)),
        ];
    }

    private static TruthComment From(JsonElement result, string folder)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var file = new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath;
        return new TruthComment(
            FormattableString.Invariant(
                $"{Path.GetRelativePath(folder, file).Replace('\\', '/')}:{place.GetProperty("region").GetProperty("startLine").GetInt32()}"
            ),
            result.GetProperty("ruleId").GetString()!,
            Scopes(result.GetProperty("message").GetProperty("text").GetString()!)
        );
    }

    // KXO1001: "… needs scope 'Debug Logs' (platform), which app …".
    // KXO1010: "… does not hold scope 'Debug Logs', which 'Travel.Insights' declares to use …".
    private static string Scopes(string message) =>
        Missing().Match(message) is { Success: true } missing ? missing.Groups["scopes"].Value.Replace("'", "", StringComparison.Ordinal)
        : Declared().Match(message) is { Success: true } declared
            ? $"{declared.Groups["scopes"].Value.Replace("'", "", StringComparison.Ordinal)}: {declared.Groups["library"].Value}"
        : "";

    [GeneratedRegex("needs scope (?<scopes>.*), which app", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Missing();

    [GeneratedRegex(
        "hold scope (?<scopes>.*), which '(?<library>[^']*)' declares",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 10_000
    )]
    private static partial Regex Declared();
}
