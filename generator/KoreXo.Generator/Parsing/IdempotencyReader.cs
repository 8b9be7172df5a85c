using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Parsing;

/// <summary>
/// The header by which a service knows a request again: <c>x-idempotency-key</c> on an operation or a header parameter, or a parameter that
/// has the name which is usual for it. With it, any operation may be retried.
/// </summary>
internal static class IdempotencyReader
{
    private const string Extension = "x-idempotency-key";
    private const string Usual = "Idempotency-Key";

    public static string? Read(SpecDocument document, OperationSite site)
    {
        var headers = site.Operation.Parameters.Where(static parameter => parameter.In == "header").ToList();
        var usual = headers.Find(static parameter => string.Equals(parameter.Name, Usual, StringComparison.OrdinalIgnoreCase))?.Name;
        switch (site.Own[Extension] ?? site.Node[Extension])
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
                    JsonPointer.Append(site.Pointer, Extension),
                    Extension,
                    "it is the name of a header, true or false"
                );
                return null;
        }

        return headers.Find(static parameter => parameter.Node.Boolean(Extension) == true)?.Name
            ?? (
                headers.Exists(static parameter => parameter.Node.Boolean(Extension) == false) || HttpVerb.IsSafe(site.Verb) ? null : usual
            );
    }
}
