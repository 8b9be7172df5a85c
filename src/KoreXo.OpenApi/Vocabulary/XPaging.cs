using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-paging</c>: how a list is read page by page.</summary>
/// <param name="Style"><c>offset</c>, <c>page</c> or <c>cursor</c>.</param>
/// <param name="Items">A pointer to the items in the response; <c>*</c> if the items are its remaining members.</param>
internal sealed record XPaging(string Style, string Items)
{
    private const string Word = "x-paging";

    private static readonly (string Name, SpecNodeKind Kind)[] Members =
    [
        ("position", SpecNodeKind.String),
        ("size", SpecNodeKind.String),
        ("start", SpecNodeKind.Number),
        ("maxSize", SpecNodeKind.Number),
        ("defaultSize", SpecNodeKind.Number),
        ("more", SpecNodeKind.String),
        ("total", SpecNodeKind.String),
    ];

    /// <summary>Gets a value indicating whether position and size are members of the body rather than query parameters.</summary>
    public required bool InBody { get; init; }

    public required string? Position { get; init; }

    public required string? Size { get; init; }

    public required int Start { get; init; }

    public required int? MaxSize { get; init; }

    public required int? DefaultSize { get; init; }

    public required string? More { get; init; }

    public required string? Total { get; init; }

    public static bool IsGiven(SpecNode operation) => operation[Word] is not null;

    public static XPaging? Read(SpecDocument document, SpecOperation operation)
    {
        if (operation.Node[Word] is not { } node || (node["style"] ?? node["items"]) is null)
        {
            return null;
        }

        if (node.String("style") is "offset" or "page" or "cursor" && node.String("items") is { } items)
        {
            if (!WordMembers.AreOfKind(document, node, JsonPointer.Append(operation.Pointer, Word), Word, Members))
            {
                return null;
            }

            if (node["in"] is not null && node.String("in") is not ("query" or "body"))
            {
                Report(document, operation, "its 'in' must be 'query' or 'body'");
                return null;
            }

            if (Mistake(node) is { } mistake)
            {
                Report(document, operation, mistake);
                return null;
            }

            return new XPaging(node.String("style")!, items)
            {
                InBody = node.String("in") == "body",
                Position = node.String("position"),
                Size = node.String("size"),
                Start = node.Integer("start") ?? 0,
                MaxSize = node.Integer("maxSize"),
                DefaultSize = node.Integer("defaultSize"),
                More = node.String("more"),
                Total = node.String("total"),
            };
        }

        Report(document, operation, "it needs a style (offset, page or cursor) and a pointer to its items");
        return null;
    }

    private static string? Mistake(SpecNode node) =>
        node.Integer("start") < 0 ? "its 'start' must be 0 or more"
        : node.Integer("maxSize") < 1 ? "its 'maxSize' must be 1 or more"
        : node.Integer("defaultSize") < 1 ? "its 'defaultSize' must be 1 or more"
        : node.Integer("defaultSize") > node.Integer("maxSize") ? "its 'defaultSize' is larger than its 'maxSize'"
        : node.String("style") == "cursor" && (node.String("more") is null || node.String("position") is null)
            ? "a cursor needs 'more', where a response has the next one, and 'position', where it is sent"
        : null;

    /// <summary>Returns the members of the body, but not of objects in it, that carry position and page size.</summary>
    public static IReadOnlyList<string> BodyMembers(SpecOperation operation) =>
        operation.Node[Word] is { } node && node.String("in") == "body" && (node["style"] ?? node["items"]) is not null
            ?
            [
                .. ((string?[])[node.String("position"), node.String("size")])
                    .OfType<string>()
                    .Select(static place => place.TrimStart('/'))
                    .Where(static name => name.Length > 0 && name.IndexOf('/') < 0),
            ]
            : [];

    /// <summary>
    /// Gets the list of a schema that allows a list or one of its items: of <c>oneOf: [{ type: array, items: $ref A }, $ref A]</c> the
    /// first. A service that sends one item where it documents a list sends a page of one.
    /// </summary>
    /// <returns><see langword="null"/> if the schema is not such a choice.</returns>
    public static SpecSchema? ListOfChoice(SpecSchema schema)
    {
        var choices = schema.Branches("oneOf").Concat(schema.Branches("anyOf")).ToList();
        foreach (var list in choices.Where(static choice => choice.Type == SchemaType.Array))
        {
            var item = list.Items?.Node.String("$ref");
            if (choices.Count == 2 && item is not null && choices.Exists(choice => choice.Node.String("$ref") == item))
            {
                return list;
            }
        }

        return null;
    }

    /// <summary>Reports an error in the extension of an operation.</summary>
    public static void Report(SpecDocument document, SpecOperation operation, string message) =>
        document.Report(SpecRules.InvalidExtension, operation.Node[Word], JsonPointer.Append(operation.Pointer, Word), Word, message);
}
