using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Reading;
using NJsonSchema;
using NSwag;

namespace KoreXo.Generator.Parsing;

/// <summary>
/// One document while it is read: its structure as NSwag understands it, and beside it the tree it came from, which has the
/// positions and the extensions that NSwag does not keep.
/// </summary>
internal sealed class SpecDocument(
    string filePath,
    SpecNode root,
    OpenApiDocument api,
    HashSet<SpecNode> brokenReferences,
    List<SpecProblem> problems
)
{
    public string FilePath { get; } = filePath;

    public SpecNode Root { get; } = root;

    public OpenApiDocument Api { get; } = api;

    /// <summary>The names that components have for the parser.</summary>
    public required IReadOnlyDictionary<SpecNode, string> ParserNames { get; init; }

    /// <summary>The parser's view of the component at a pointer; null for one that is not used.</summary>
    public JsonSchema? Schema(string pointer) =>
        Root.Find(pointer) is { } node
        && ParserNames.TryGetValue(node, out var name)
        && Api.Components.Schemas.TryGetValue(name, out var schema)
            ? schema
            : null;

    public bool IsBroken(SpecNode node) => brokenReferences.Contains(node);

    /// <summary>The node at a pointer, references followed, with the pointer of where it really stands.</summary>
    public (SpecNode? Node, string Pointer) Find(string pointer)
    {
        var node = Root.Find(pointer);
        for (var hops = 0; hops < 32 && node?.String("$ref") is { } reference && JsonPointer.FromReference(reference) is { } target; hops++)
        {
            (pointer, node) = (target, Root.Find(target));
        }

        return (node, pointer);
    }

    public void Report(string ruleId, SpecNode? at, string pointer, string first, string second = "") =>
        problems.Add(new SpecProblem(ruleId, FilePath, at?.Line ?? 0, at?.Column ?? 0, pointer, first, second));
}
