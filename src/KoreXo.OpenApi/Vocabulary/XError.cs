using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary><c>x-error</c>: how an answer with the status of a success says that the call was refused.</summary>
/// <param name="At">The place of a value; null where only a bare text says so.</param>
/// <param name="Values">What the value is then.</param>
/// <param name="IsText">Whether an answer that is no JSON, but a text, says so.</param>
internal sealed record XError(string? At, EquatableArray<string> Values, bool IsText)
{
    private const string Word = "x-error";

    public static XError? Read(SpecDocument document, SpecOperation operation)
    {
        if (operation.Node[Word] is not { } node)
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
