using System.Text.RegularExpressions;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>What a media type says about how its content is written.</summary>
internal static class MediaType
{
    private static readonly Regex Form = new(
        @"^[A-Za-z0-9!#$&^_.+*-]+/[A-Za-z0-9!#$&^_.+*-]+$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    /// <summary>The type without its parameters, in small letters.</summary>
    public static string Bare(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>True for JSON, and for "anything", which nearly always is JSON.</summary>
    public static bool IsJson(string mediaType) =>
        Bare(mediaType) is var type
        && (
            type is "application/json" or "text/json" or "*/*" or "application/*" or "*"
            || (type.EndsWith("+json", StringComparison.Ordinal) && !IsStream(type))
        );

    /// <summary>True for texts that a method can take and give as a whole; a stream of events or lines has no end to wait for.</summary>
    public static bool IsText(string mediaType) =>
        Bare(mediaType) is var type
        && !IsStream(type)
        && (
            type.StartsWith("text/", StringComparison.Ordinal)
            || type is "application/xml" or "application/yaml" or "application/x-yaml" or "application/javascript" or "application/graphql"
            || type.EndsWith("+xml", StringComparison.Ordinal)
            || type.EndsWith("+yaml", StringComparison.Ordinal)
        );

    public static bool IsBinary(string mediaType) => !IsJson(mediaType) && !IsText(mediaType);

    /// <summary>The type for a header; <paramref name="otherwise"/> where the document gives a pattern, or no media type at all.</summary>
    public static string Concrete(string mediaType, string otherwise) =>
        Bare(mediaType) is var type && Form.IsMatch(type) && type.IndexOf('*') < 0 ? type : otherwise;

    /// <summary>How the items of a stream of this type are separated; null for what is no stream.</summary>
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
