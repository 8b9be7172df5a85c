using System.Globalization;
using KoreXo.Analyzers.Apps;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.CodeFixes.Manifests;

/// <summary>
/// Numbers the fixes of a diagnostic within each manifest, so that "fix all" makes the same choice everywhere, whatever the name of the
/// scope.
/// </summary>
internal static class AdditionRank
{
    private const string Prefix = "KoreXo.AddScope.";

    public static IEnumerable<(ManifestAddition Addition, int Rank)> Of(Diagnostic diagnostic) =>
        ManifestAddition
            .Read(diagnostic.Properties)
            .GroupBy(static addition => addition.Path, StringComparer.Ordinal)
            .SelectMany(static additions => additions.Select(static (addition, rank) => (addition, rank)))
            .OrderBy(static choice => choice.addition.Scopes.Length);

    // The key of a fix selects it for "fix all". One diagnostic offers "add 'a' to user" and "add 'b' to admin", the next one the same
    // choice with other scopes. Keys made of the scopes would match nowhere else; "the second choice of each" does.
    public static string Key(int rank) => Prefix + rank.ToString(CultureInfo.InvariantCulture);

    public static bool IsKey(string? key) => key?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>Returns, for each manifest of the diagnostic, the fix with the chosen rank, or the last one if there are fewer.</summary>
    public static IEnumerable<ManifestAddition> Chosen(Diagnostic diagnostic, string? key)
    {
        var rank =
            IsKey(key) && int.TryParse(key!.Substring(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : 0;
        return Of(diagnostic)
            .GroupBy(static choice => choice.Addition.Path, StringComparer.Ordinal)
            .Select(choices => choices.OrderBy(static choice => choice.Rank).TakeWhile(choice => choice.Rank <= rank).Last().Addition);
    }
}
