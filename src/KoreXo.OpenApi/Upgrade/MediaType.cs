using System.Text.RegularExpressions;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>Determines from a media type how its content is written.</summary>
internal static class MediaType
{
    private static readonly Regex Form = new(
        @"^[A-Za-z0-9!#$&^_.+*-]+/[A-Za-z0-9!#$&^_.+*-]+$",
        RegexOptions.CultureInvariant,
        Regex.InfiniteMatchTimeout // it does not backtrack
    );

    /// <summary>Returns the media type without its parameters, in lower case.</summary>
    public static string Bare(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Returns whether the content is JSON, or "anything", which nearly always is JSON.</summary>
    public static bool IsJson(string mediaType) =>
        Bare(mediaType) is var type
        && (
            type is "application/json" or "text/json" or "*/*" or "application/*" or "*"
            || (type.EndsWith("+json", StringComparison.Ordinal) && !IsStream(type))
        );

    /// <summary>
    /// Returns whether the content is text that a method can take and return as a whole; a stream of events or lines has no end to wait
    /// for.
    /// </summary>
    public static bool IsText(string mediaType) =>
        Bare(mediaType) is var type
        && !IsStream(type)
        && !IsJson(type)
        && (
            type.StartsWith("text/", StringComparison.Ordinal)
            || type is "application/xml" or "application/yaml" or "application/x-yaml" or "application/javascript" or "application/graphql"
            || type.EndsWith("+xml", StringComparison.Ordinal)
            || type.EndsWith("+yaml", StringComparison.Ordinal)
        );

    public static bool IsBinary(string mediaType) => !IsJson(mediaType) && !IsText(mediaType);

    /// <summary>
    /// Returns the type for a header; <paramref name="otherwise"/> if the document has a pattern, or no media type at all.
    /// </summary>
    public static string Concrete(string mediaType, string otherwise) =>
        Bare(mediaType) is var type && Form.IsMatch(type) && type.IndexOf('*') < 0 ? type : otherwise;

    /// <summary>Returns how the items of a stream of this type are separated; null if it is no stream.</summary>
    public static ItemFormat? Stream(string mediaType) =>
        Bare(mediaType) switch
        {
            "text/event-stream" => ItemFormat.Events,
            "application/json-seq" => ItemFormat.Sequence,
            "application/x-ndjson"
            or "application/ndjson"
            or "application/jsonl"
            or "application/x-jsonl"
            or "application/jsonlines"
            or "application/x-jsonlines"
            or "application/json-lines"
            or "application/x-json-stream"
            or "application/stream+json" => ItemFormat.Lines,
            var type when type.EndsWith("+json-seq", StringComparison.Ordinal) => ItemFormat.Sequence,
            _ => null,
        };

    private static bool IsStream(string type) => Stream(type) is not null;
}
