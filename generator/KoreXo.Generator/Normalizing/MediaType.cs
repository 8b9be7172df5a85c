using System.Text.RegularExpressions;

namespace KoreXo.Generator.Normalizing;

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
            type is "application/json" or "text/json" or "*/*" or "application/*" or "*" || type.EndsWith("+json", StringComparison.Ordinal)
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

    private static bool IsStream(string type) => type is "text/event-stream";
}
