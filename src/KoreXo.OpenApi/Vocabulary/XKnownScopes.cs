using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-known-scopes</c>: the scopes that a document defines.</summary>
internal static class XKnownScopes
{
    private const string Word = "x-known-scopes";

    public static bool IsGiven(SpecDocument document) => document.Root[Word] is not null;

    /// <summary>Returns the scopes; without the extension, those of the document's OAuth schemes.</summary>
    public static EquatableArray<KnownScope> Read(SpecDocument document)
    {
        if (document.Root[Word] is not { } declared)
        {
            return Members(document.Root["components"]?["securitySchemes"])
                .SelectMany(OfScheme)
                .Distinct(StringComparer.Ordinal)
                .Select(static name => new KnownScope(name, default, default))
                .ToArray();
        }

        if (declared.Kind != SpecNodeKind.Array)
        {
            document.Report(SpecRules.InvalidExtension, declared, "/x-known-scopes", Word, "it is a list of scopes, each with a 'name'");
        }

        var scopes = new List<KnownScope>();
        foreach (var node in declared.Items)
        {
            if (node.String("name") is { Length: > 0 } name)
            {
                _ = WordMembers.AreOfKind(
                    document,
                    node,
                    "/x-known-scopes",
                    Word,
                    ("aliases", SpecNodeKind.Array),
                    ("implies", SpecNodeKind.Array)
                );
                _ = WordMembers.AreListsOfScalars(document, node, "/x-known-scopes", Word, "aliases", "implies");
                scopes.Add(new KnownScope(name, node.Strings("aliases").ToArray(), node.Strings("implies").ToArray()));
            }
            else
            {
                document.Report(SpecRules.InvalidExtension, node, "/x-known-scopes", Word, "each entry needs a name");
            }
        }

        return scopes;
    }

    /// <summary>Returns the scopes that the flows of a scheme declare; in Swagger 2.0, the scheme is its only flow.</summary>
    public static IEnumerable<string> OfScheme(SpecNode scheme) =>
        Members(scheme["flows"]).Concat([scheme]).SelectMany(static flow => flow["scopes"]?.Names ?? []);

    private static IEnumerable<SpecNode> Members(SpecNode? node) => (node?.Names ?? []).Select(name => node![name]!);
}
