using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Upgrade;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>Reads the result of an operation: JSON if there is any, else text, else a stream, else bytes.</summary>
internal sealed class ResultReader(SchemaReader schemas, ContentReader contents, StreamReader streams, StatusReader statuses)
{
    // A service that knows its media type under another name would respond with 406 to a strict Accept header. With the least weight for
    // everything else it sends what it has.
    private const string OrAnything = ", */*;q=0.1";

    public ResultModel Read(OperationSite operation, string name)
    {
        var all = operation.Operation.Responses;
        var successes = Successes(all);
        if (successes.Count == 0 && all.Find(IsRedirection) is { } redirection)
        {
            return ResultModel.None with { IsLocation = true, Description = redirection.Description };
        }

        var candidates = successes.Count > 0 ? successes : all.FindAll(static response => response.Status == "default");
        if ((candidates.Find(HasContent) ?? candidates.FirstOrDefault()) is not { } response)
        {
            return ResultModel.None;
        }

        var none = ResultModel.None with { Description = response.Description };
        if (response.Node is null || !HasContent(response) || operation.Verb == "head")
        {
            return none;
        }

        none = none with { MayBeEmpty = successes.Exists(static other => !HasContent(other)) };
        if (XPaging.IsGiven(operation.Node) && LoneItem(response) is { } list)
        {
            return none with { Type = schemas.Read(list, name + "Result"), MayBeLone = true };
        }

        var result = Read(response, name, none);
        return !XPaging.IsGiven(operation.Node) && !XJob.IsGiven(operation.Node)
            ? statuses.Read(operation, name, result, successes.FindAll(HasContent), other => Read(other, name + other.Status, none))
            : result;
    }

    /// <summary>Returns the successful response with content; null if there is none.</summary>
    public static SpecResponse? Success(OperationSite operation)
    {
        var all = operation.Operation.Responses;
        var successes = Successes(all);
        return operation.Verb == "head"
            ? null
            : (successes.Count > 0 ? successes : all.FindAll(static response => response.Status == "default")).Find(HasContent);
    }

    /// <summary>Reads one of the further forms of a response.</summary>
    public ResultModel ReadForm(SpecMedia media, string name, ResultModel none)
    {
        if (MediaType.Stream(media.Type) is { } format)
        {
            return none with
            {
                Type = streams.Item(media, format, name + "Item"),
                Stream = format,
                IsText = false,
                MayBeEmpty = false,
                Accept = MediaType.Concrete(media.Type, "") + OrAnything,
            };
        }

        return MediaType.IsJson(media.Type)
            ? Json(media, name, none, hasText: false)
            : Other([media], none, hasText: MediaType.IsText(media.Type));
    }

    /// <summary>Returns whether a response has content. For two statuses HTTP allows no body, whatever a document says.</summary>
    private static bool HasContent(SpecResponse response) => response is { Status: not ("204" or "205"), Content.Count: > 0 };

    private static bool IsRedirection(SpecResponse response) =>
        response.Status is "301" or "302" or "303" or "307" or "308" or "3XX" or "3xx";

    private static List<SpecResponse> Successes(List<SpecResponse> all) =>
        all.Where(static response => response.Status.Length == 3 && response.Status[0] == '2')
            .OrderBy(static response => response.Status, StringComparer.Ordinal)
            .ToList();

    private static SpecSchema? LoneItem(SpecResponse response) =>
        response.Content is [{ Type: "application/json" } media] ? XPaging.ListOfChoice(media.Schema) : null;

    private ResultModel Read(SpecResponse response, string name, ResultModel none)
    {
        var hasText = response.Content.Exists(static media => MediaType.IsText(media.Type));
        foreach (var media in response.Content.Where(static media => MediaType.IsJson(media.Type)))
        {
            if (!(media.Type.IndexOf('*') >= 0 && contents.IsBytes(media.Schema)))
            {
                return Json(media, name, none, hasText);
            }
        }

        if (!hasText && response.Content.Exists(static media => MediaType.Stream(media.Type) is not null))
        {
            return ReadForm(response.Content.Find(static media => MediaType.Stream(media.Type) is not null), name, none);
        }

        var others = response.Content.FindAll(media => MediaType.IsText(media.Type) == hasText);
        others.ForEach(contents.ReportParts);
        return Other(others, none, hasText);
    }

    private ResultModel Json(SpecMedia media, string name, ResultModel none, bool hasText)
    {
        var (mediaType, site) = (media.Type, media.Schema);
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

    private static ResultModel Other(List<SpecMedia> content, ResultModel none, bool hasText)
    {
        var kind = hasText ? ScalarKind.String : ScalarKind.BinaryResponse;
        var mayBeEmpty = hasText && none.MayBeEmpty;
        var types = content
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
