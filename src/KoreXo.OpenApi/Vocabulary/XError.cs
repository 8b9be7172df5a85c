using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-error</c>: how a response with a success status indicates that the call was rejected.</summary>
/// <param name="At">The pointer of a value; null if only a plain-text response indicates it.</param>
/// <param name="Values">The values that indicate it.</param>
/// <param name="IsText">Whether a plain-text response instead of JSON indicates it.</param>
internal sealed record XError(string? At, EquatableArray<string> Values, bool IsText)
{
    private const string Word = "x-error";

    public static XError? Read(SpecDocument document, SpecOperation operation)
    {
        if (operation.Node[Word] is not { } node)
        {
            return null;
        }

        if (
            !WordMembers.AreOfKind(
                document,
                node,
                JsonPointer.Append(operation.Pointer, Word),
                Word,
                ("at", SpecNodeKind.String),
                ("values", SpecNodeKind.Array),
                ("text", SpecNodeKind.Boolean)
            ) || !WordMembers.AreListsOfScalars(document, node, JsonPointer.Append(operation.Pointer, Word), Word, "values")
        )
        {
            return null;
        }

        var (at, values, isText) = (node.String("at"), node.Strings("values").ToArray(), node.Boolean("text") == true);
        if ((at is null) == (values.Length == 0) && (at is not null || isText))
        {
            return new XError(at, values, isText);
        }

        document.Report(
            SpecRules.InvalidExtension,
            node,
            JsonPointer.Append(operation.Pointer, Word),
            Word,
            "it needs 'at' with 'values', or 'text: true', or both"
        );
        return null;
    }
}
