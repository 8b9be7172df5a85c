using KoreXo.Generator.Model;
using KoreXo.Generator.Normalizing;
using KoreXo.Generator.Reading;
using NSwag;

namespace KoreXo.Generator.Parsing;

/// <summary>What an operation answers when it succeeds: JSON where there is any, else text, else bytes.</summary>
internal sealed class ResultReader(SpecDocument document, SchemaReader schemas, ContentReader contents)
{
    private const string OrAnything = ", */*;q=0.1";

    public ResultModel Read(OperationSite operation, string name)
    {
        var answers = operation
            .Operation.Responses.Keys.Where(static status => status.Length == 3 && status[0] == '2')
            .OrderBy(static status => status, StringComparer.Ordinal)
            .Concat(operation.Operation.Responses.Keys.Where(static status => status == "default"))
            .ToList();
        var successes = answers.FindAll(static status => status != "default");
        var status = (successes.Count > 0 ? successes : answers).Find(status => HasContent(operation, status)) ?? answers.FirstOrDefault();
        if (status is null)
        {
            return ResultModel.None;
        }

        var response = operation.Operation.Responses[status];
        var (node, at) = document.Find(JsonPointer.Append(JsonPointer.Append(operation.Pointer, "responses"), status));
        var none = ResultModel.None with { Description = node?.String("description") ?? "" };
        if (node is null || !HasContent(operation, status) || operation.Verb == "head")
        {
            return none;
        }

        var mayBeEmpty = successes.Exists(other => !HasContent(operation, other));
        return Read(response, node, at, name, none with { MayBeEmpty = mayBeEmpty });
    }

    /// <summary>With two statuses HTTP allows no body, whatever a document says.</summary>
    private static bool HasContent(OperationSite operation, string status) =>
        status is not ("204" or "205") && operation.Operation.Responses[status].Content.Count > 0;

    private ResultModel Read(OpenApiResponse response, SpecNode node, string pointer, string name, ResultModel none)
    {
        var hasText = response.Content.Keys.Any(MediaType.IsText);
        foreach (var mediaType in response.Content.Keys.Where(MediaType.IsJson))
        {
            if (
                ContentReader.Site(response.Content, node, pointer, mediaType) is { } site
                && !(mediaType.IndexOf('*') >= 0 && contents.IsBytes(site))
            )
            {
                var type = schemas.Read(site, name + "Result");
                var isText = (hasText || mediaType.IndexOf('*') >= 0) && type is TypeRef.Scalar { Kind: ScalarKind.String };
                return none with
                {
                    Type =
                        (none.MayBeEmpty || schemas.IsNullable(site)) && type is not TypeRef.Scalar { Kind: ScalarKind.Any }
                            ? new TypeRef.Nullable(type)
                            : type,
                    IsText = isText,
                    Accept =
                        isText || MediaType.Concrete(mediaType, "application/json") is "application/json"
                            ? null
                            : MediaType.Concrete(mediaType, "") + OrAnything,
                };
            }
        }

        var kind = hasText ? ScalarKind.String : ScalarKind.BinaryResponse;
        var mayBeEmpty = hasText && none.MayBeEmpty;
        var types = response
            .Content.Keys.Where(type => MediaType.IsText(type) == hasText)
            .Select(static type => MediaType.Concrete(type, ""))
            .Where(static type => type.Length > 0)
            .Take(8)
            .ToList();
        return none with
        {
            Type = mayBeEmpty ? new TypeRef.Nullable(new TypeRef.Scalar(kind)) : new TypeRef.Scalar(kind),
            IsText = hasText,
            MayBeEmpty = mayBeEmpty,
            Accept = types.Count == 0 ? "*/*" : string.Join(", ", types) + OrAnything,
        };
    }
}
