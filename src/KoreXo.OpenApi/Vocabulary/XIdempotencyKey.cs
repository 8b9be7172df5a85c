using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.OpenApi.Vocabulary;

/// <summary>
/// The header by which a service recognizes a repeated request: <c>x-idempotency-key</c> on an operation or a header parameter, or a
/// parameter with the usual name. With it, any operation may be retried.
/// </summary>
internal static class XIdempotencyKey
{
    private const string Word = "x-idempotency-key";
    private const string Usual = "Idempotency-Key";

    /// <param name="document">The document.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="own">The node with the parts specific to the method: a variant, or else the operation itself.</param>
    public static string? Read(SpecDocument document, SpecOperation operation, SpecNode own)
    {
        var headers = operation.Parameters.Where(static parameter => parameter.In == "header").ToList();
        var usual = headers.Find(static parameter => string.Equals(parameter.Name, Usual, StringComparison.OrdinalIgnoreCase))?.Name;
        switch (own[Word] ?? operation.Node[Word])
        {
            case null:
                break;
            case { Kind: SpecNodeKind.Boolean } flag:
                return flag.Text == "true" ? usual ?? Usual : null;
            case { Kind: SpecNodeKind.String } name when HttpVerb.IsMethod(name.Text): // names of headers and methods are spelt alike
                return name.Text;
            case var other:
                document.Report(
                    SpecRules.InvalidExtension,
                    other,
                    JsonPointer.Append(operation.Pointer, Word),
                    Word,
                    "it is the name of a header, true or false"
                );
                return null;
        }

        return headers.Find(static parameter => parameter.Node.Boolean(Word) == true)?.Name
            ?? (
                headers.Exists(static parameter => parameter.Node.Boolean(Word) == false) || HttpVerb.IsSafe(operation.Verb) ? null : usual
            );
    }
}
