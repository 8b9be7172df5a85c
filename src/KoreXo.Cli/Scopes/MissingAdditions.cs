using KoreXo.Analyzers.Apps;
using KoreXo.Analyzers.Diagnostics;
using KoreXo.Analyzers.Requirements;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Scopes;

/// <summary>
/// Chooses what to add to manifests so that nothing is missing: for each finding, one of the additions that would fix it.
/// </summary>
internal static class MissingAdditions
{
    /// <summary>Chooses the additions.</summary>
    /// <param name="scans">The results for the projects.</param>
    /// <param name="preferredKinds">The kinds of credential to prefer where several are possible, in order of preference.</param>
    /// <returns>The additions, each once, by manifest.</returns>
    public static IReadOnlyList<ManifestAddition> Choose(IReadOnlyList<ProjectScan> scans, IReadOnlyList<string> preferredKinds)
    {
        var chosen = new Dictionary<string, List<ManifestAddition>>(StringComparer.Ordinal);

        // Findings without a choice first, so that those with one can follow.
        var choices = scans
            .SelectMany(static scan => scan.Diagnostics)
            .Where(static diagnostic =>
                !diagnostic.IsSuppressed
                && diagnostic.Id is ScopeRules.MissingScopeId or ScopeRules.EntryPointId or ScopeRules.LibraryScopeId
            )
            .SelectMany(static diagnostic =>
                ManifestAddition.Read(diagnostic.Properties).GroupBy(static addition => addition.Path, StringComparer.Ordinal)
            )
            .Select(static additions => additions.ToList())
            .OrderBy(static additions => additions.Count)
            .ThenBy(static additions => additions[0].Path, StringComparer.Ordinal)
            .ThenBy(static additions => string.Join('\n', additions[0].Scopes), StringComparer.Ordinal)
            .ThenBy(static additions => additions[0].Resource, StringComparer.Ordinal);
        foreach (var additions in choices)
        {
            var path = additions[0].Path;
            if (!chosen.TryGetValue(path, out var ofManifest))
            {
                chosen.Add(path, ofManifest = []);
            }

            if (!additions.Exists(addition => IsThere(addition, ofManifest)))
            {
                ofManifest.Add(additions.OrderBy(addition => Rank(addition.Kind, preferredKinds)).ThenBy(Size).First());
            }
        }

        return
        [
            .. chosen
                .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
                .SelectMany(static entry => ManifestAddition.InOrder(entry.Value)),
        ];
    }

    private static int Size(ManifestAddition addition) => addition.Scopes.Length;

    private static bool IsThere(ManifestAddition addition, List<ManifestAddition> chosen) =>
        addition.Scopes.All(scope =>
            chosen.Exists(other =>
                other.Kind == addition.Kind
                && (other.Resource == addition.Resource || ResourceScope.Named(other.Resource) is null)
                && other.Scopes.Contains(scope, StringComparer.Ordinal)
            )
        );

    private static int Rank(string kind, IReadOnlyList<string> preferredKinds)
    {
        for (var i = 0; i < preferredKinds.Count; i++)
        {
            if (preferredKinds[i] == kind)
            {
                return i;
            }
        }

        return preferredKinds.Count;
    }
}
