using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Reads scopes from a vendor's extension: a string or a list of strings, at the member of an operation that the project specifies.
/// </summary>
internal sealed class ScopesFromReader(SpecDocument document, string? path, AuthenticationReader authentication)
{
    /// <summary>Returns the scopes that operations of the document require; reports a name that no operation has.</summary>
    public List<KnownScope> Known()
    {
        if (path is null)
        {
            return [];
        }

        var found = document.Paths.SelectMany(document.Operations).Select(operation => Scopes(operation.Node)).OfType<string[]>().ToList();
        if (found.Count == 0)
        {
            document.Report(SpecRules.NothingSelected, null, "", path, "ScopesFrom");
        }

        return found
            .SelectMany(static scopes => scopes)
            .Distinct(StringComparer.Ordinal)
            .Select(static scope => new KnownScope(scope, default, default))
            .ToList();
    }

    /// <summary>Returns what an operation requires, on the credential of each scheme that it accepts; null if it does not say.</summary>
    public ScopeNeed? Read(SpecNode operation)
    {
        if (path is null || Scopes(operation) is not { } scopes)
        {
            return null;
        }

        var schemes = (operation["security"] ?? document.Root["security"])
            ?.Items.Select(static requirement => requirement.Names is [var first, ..] ? first : null)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return new ScopeNeed(
            schemes is { Count: > 0 }
                ? schemes.ConvertAll(scheme => new ScopeAlternative(scheme, scopes))
                : new[] { new ScopeAlternative(authentication.Schemes.FirstOrDefault()?.Key, scopes) }
        );
    }

    private string[]? Scopes(SpecNode operation)
    {
        var value = operation[path!] ?? operation.Find(path!.StartsWith("/", StringComparison.Ordinal) ? path : "/" + path);
        return value?.Kind switch
        {
            SpecNodeKind.String => [value.Text],
            SpecNodeKind.Array => value
                .Items.Where(static item => item.Kind == SpecNodeKind.String)
                .Select(static item => item.Text)
                .ToArray(),
            _ => null,
        };
    }
}
