using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Binding;

/// <summary>What a media type says of the form of a value.</summary>
internal static class MediaForm
{
    private const string JsonSuffix = "+json";

    /// <summary>Returns whether a media type is another notation for the values that JSON has.</summary>
    public static bool IsNotation(string mediaType) =>
        MediaType.Bare(mediaType) is var type
        && (
            type.EndsWith("xml", StringComparison.Ordinal)
            || type.EndsWith("yaml", StringComparison.Ordinal)
            || type.EndsWith("cbor", StringComparison.Ordinal)
            || type.EndsWith("msgpack", StringComparison.Ordinal)
            || type.EndsWith("protobuf", StringComparison.Ordinal)
        );

    /// <summary>Returns the word for a form in the name of a method; empty for a range such as <c>image/*</c>.</summary>
    public static string Word(string mediaType)
    {
        var type = MediaType.Concrete(mediaType, "");
        if (type.Length == 0)
        {
            return "";
        }

        var subtype = type.Substring(type.IndexOf('/') + 1);
        return type switch
        {
            "text/plain" => "Text",
            "application/octet-stream" => "Bytes",
            "multipart/form-data" or "application/x-www-form-urlencoded" => "Form",
            _ => CSharpName.Pascal(subtype.StartsWith("x-", StringComparison.Ordinal) ? subtype.Substring(2) : subtype),
        };
    }

    /// <summary>Returns the word for a form of a request: <c>JsonPatch</c> for <c>application/json-patch+json</c>.</summary>
    public static string RequestWord(string mediaType) =>
        MediaType.Bare(mediaType) is var type && type.EndsWith(JsonSuffix, StringComparison.Ordinal)
            ? Word(type.Substring(0, type.Length - JsonSuffix.Length))
            : Word(mediaType);
}
