using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-variants</c>: several methods over one HTTP method and path.</summary>
internal static class XVariants
{
    private const string Word = "x-variants";

    /// <summary>Returns the pointer of the variants of an operation.</summary>
    public static string PointerOf(SpecOperation operation) => JsonPointer.Append(operation.Pointer, Word);

    public static bool IsGiven(SpecDocument document, SpecOperation operation)
    {
        if (operation.Node[Word] is { Kind: SpecNodeKind.Object } other && HasId(other))
        {
            document.Report(
                SpecRules.InvalidExtension,
                other,
                PointerOf(operation),
                Word,
                "it is a list of variants, each with an operationId"
            );
        }

        return operation.Node[Word] is { Kind: SpecNodeKind.Array };
    }

    // Anything else of this name is somebody else's.
    private static bool HasId(SpecNode node) =>
        node["operationId"] is not null || node.Names.Any(name => node[name]!["operationId"] is not null);

    // OpenAPI has one operation for a path and a method, and some services have several: "POST /tasks" exports or imports, depending on {
    // "kind": "export" } or { "kind": "import" } in its body. They differ in scopes and results, so each is a method of its own; the
    // constant goes with it, and the caller cannot confuse them.
    /// <summary>Returns the entries that have an id; an entry without one is reported.</summary>
    public static IEnumerable<(string Id, SpecNode Node)> Read(SpecDocument document, SpecOperation operation)
    {
        if (operation.Node[Word] is { Kind: SpecNodeKind.Array, Items.Count: 0 } empty)
        {
            document.Report(
                SpecRules.InvalidExtension,
                empty,
                PointerOf(operation),
                Word,
                "it has no variants, so that the operation has no method"
            );
        }

        foreach (var variant in operation.Node[Word]?.Items ?? [])
        {
            if (variant.String("operationId") is { Length: > 0 } id)
            {
                yield return (id, variant);
            }
            else
            {
                document.Report(SpecRules.InvalidExtension, variant, PointerOf(operation), Word, "each entry needs an operationId");
            }
        }
    }
}
