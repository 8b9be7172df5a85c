using System.Collections.Immutable;
using KoreXo.Generator.Model;
using KoreXo.OpenApi.Diagnostics;

namespace KoreXo.Generator.Binding;

/// <summary>Checks what can only be judged across all documents: client names, and patterns that documents share.</summary>
internal static class CrossDocumentCheck
{
    public static IEnumerable<SpecProblem> Run(ImmutableArray<ParseResult> results) =>
        DuplicateClients(results).Concat(UnmatchedPatterns(results));

    /// <summary>
    /// Returns the models to emit: of two with the same client name only the first, since their files would have the same names.
    /// </summary>
    public static IEnumerable<DocumentModel> Distinct(ImmutableArray<ParseResult> results)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return results.Select(static result => result.Model).OfType<DocumentModel>().Where(model => names.Add(model.HintName)).ToList();
    }

    private static IEnumerable<SpecProblem> DuplicateClients(ImmutableArray<ParseResult> results)
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var result in results.Where(static result => result.Model is not null))
        {
            var name = result.Model!.HintName;
            if (first.TryGetValue(name, out var other))
            {
                yield return Problem(
                    SpecRules.DuplicateClient,
                    result,
                    $"{result.Model.Namespace}.{result.Model.ClientName}",
                    Path.GetFileName(other)
                );
            }
            else
            {
                first.Add(name, result.FilePath);
            }
        }
    }

    // A project may give two documents one list of operations, "getPet,getOrder". Then each pattern matches in one of them and not in the
    // other, which is what its author intended. Only a pattern without a match in any document is a mistake, and is reported once.
    private static IEnumerable<SpecProblem> UnmatchedPatterns(ImmutableArray<ParseResult> results)
    {
        var matched = new HashSet<string>(results.SelectMany(static result => result.Matched), StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var result in results.Where(static result => result.Model is not null))
        {
            foreach (
                var (name, patterns) in new[]
                {
                    (nameof(result.Options.Operations), result.Options.Operations),
                    (nameof(result.Options.Tags), result.Options.Tags),
                }
            )
            {
                foreach (
                    var pattern in patterns.Where(pattern =>
                        OperationFilter.Key(name, pattern) is var key && !matched.Contains(key) && reported.Add(key)
                    )
                )
                {
                    yield return Problem(SpecRules.NothingSelected, result, pattern, name);
                }
            }
        }
    }

    private static SpecProblem Problem(string rule, ParseResult result, string first, string second) =>
        new(rule, result.FilePath, 0, 0, "", first, second);
}
