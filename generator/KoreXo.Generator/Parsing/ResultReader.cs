using KoreXo.Generator.Document;
using KoreXo.Generator.Model;
using KoreXo.Generator.Normalizing;

namespace KoreXo.Generator.Parsing;

/// <summary>What an operation answers when it succeeds: JSON where there is any, else text, else bytes.</summary>
internal sealed class ResultReader(SchemaReader schemas, ContentReader contents)
{
    private const string OrAnything = ", */*;q=0.1";

    public ResultModel Read(OperationSite operation, string name)
    {
        var all = operation.Operation.Responses;
        var successes = all.Where(static response => response.Status.Length == 3 && response.Status[0] == '2')
            .OrderBy(static response => response.Status, StringComparer.Ordinal)
            .ToList();
        var candidates = successes.Count > 0 ? successes : all.FindAll(static response => response.Status == "default");
        if ((candidates.Find(HasContent) ?? candidates.FirstOrDefault()) is not { } response)
        {
            return ResultModel.None;
        }

        var none = ResultModel.None with { Description = response.Description };
        return response.Node is null || !HasContent(response) || operation.Verb == "head"
            ? none
            : Read(response, name, none with { MayBeEmpty = successes.Exists(static other => !HasContent(other)) });
    }

    /// <summary>With two statuses HTTP allows no body, whatever a document says.</summary>
    private static bool HasContent(SpecResponse response) => response is { Status: not ("204" or "205"), Content.Count: > 0 };

    private ResultModel Read(SpecResponse response, string name, ResultModel none)
    {
        var hasText = response.Content.Exists(static media => MediaType.IsText(media.Type));
        foreach (var media in response.Content.Where(static media => MediaType.IsJson(media.Type)))
        {
            var (mediaType, site) = (media.Type, media.Schema);
            if (!(mediaType.IndexOf('*') >= 0 && contents.IsBytes(site)))
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
            .Content.Where(media => MediaType.IsText(media.Type) == hasText)
            .Select(static media => MediaType.Concrete(media.Type, ""))
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
