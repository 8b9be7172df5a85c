using KoreXo.Cli.Reports;
using KoreXo.Cli.Specs.Comparing;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Describes required scopes.</summary>
internal static class ScopeText
{
    public static string Of(ScopeNeed? need) =>
        need switch
        {
            null => "scopes that the document does not state",
            { Alternatives.Count: 0 } => "no scope",
            _ => Say.List(need.Alternatives.Select(Of), ", or "),
        };

    public static string Of(ScopeAlternative alternative)
    {
        var scopes =
            (alternative.Scopes.Count == 0 ? "no scope" : Say.Codes(alternative.Scopes))
            + (alternative.Resource is { } resource ? $" for the {Say.Code(resource.Name)}" : "");
        return alternative.Credential is { } credential ? $"{scopes} ({Markdown.Word(credential)})" : scopes;
    }
}
