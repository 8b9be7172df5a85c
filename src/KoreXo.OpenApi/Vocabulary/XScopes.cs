using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-scopes</c>: the scopes that an operation requires.</summary>
internal static class XScopes
{
    private const string Word = "x-scopes";

    /// <summary>Returns the variant if it states its own requirement, or else its operation.</summary>
    public static SpecNode Owner(SpecNode variant, SpecNode operation) => variant[Word] is null ? operation : variant;

    /// <summary>
    /// Returns whether the extension is the one defined here: others use its name for lists of names, in documents that do not define their
    /// scopes.
    /// </summary>
    public static bool IsGiven(SpecDocument document, SpecNode owner) =>
        owner[Word] is { } node
        && (
            XKnownScopes.IsGiven(document)
            || (node.Kind == SpecNodeKind.Array && node.Items.TrueForAll(static item => item["scopes"] is not null))
        );

    /// <summary>Returns what an operation or variant requires; null if the extension is invalid, which is reported.</summary>
    /// <param name="document">The document.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="owner">The operation's node, or that of its variant.</param>
    /// <param name="known">The names of all scopes.</param>
    public static ScopeNeed? Read(SpecDocument document, SpecOperation operation, SpecNode owner, ICollection<string> known)
    {
        var node = owner[Word]!;
        var at = JsonPointer.Append(operation.Pointer, Word);
        if (node.Kind != SpecNodeKind.Array || node.Items.Exists(static item => item["scopes"]?.Kind != SpecNodeKind.Array))
        {
            document.Report(
                SpecRules.InvalidExtension,
                node,
                at,
                Word,
                "it is a list of alternatives, each with a list of 'scopes' and perhaps a 'credential'"
            );
            return null;
        }

        if (node.Items.Exists(static item => item["credential"] is { Kind: not SpecNodeKind.String }))
        {
            document.Report(SpecRules.InvalidExtension, node, at, Word, "the 'credential' of an alternative must be a string");
            return null;
        }

        if (
            node.Items.Exists(static item =>
                item["scopes"]!.Items.Exists(static scope => scope.Kind is SpecNodeKind.Null or SpecNodeKind.Array or SpecNodeKind.Object)
            )
        )
        {
            document.Report(SpecRules.InvalidExtension, node, at, Word, "the 'scopes' of an alternative must be strings");
            return null;
        }

        var alternatives = node.Items.ConvertAll(item => new ScopeAlternative(item.String("credential"), item.Strings("scopes").ToArray())
        {
            Resource = ScopeResource.Read(document, operation, item, at),
        });
        if (alternatives.Select(static alternative => alternative.Resource).OfType<ParameterKey>().Distinct().Count() > 1)
        {
            document.Report(SpecRules.InvalidExtension, node, at, Word, "its alternatives name different resources; a call is about one");
            return null;
        }

        foreach (var scope in alternatives.SelectMany(static alternative => alternative.Scopes).Where(scope => !known.Contains(scope)))
        {
            document.Report(SpecRules.UnknownScope, node, at, scope);
        }

        return new ScopeNeed(alternatives);
    }
}
