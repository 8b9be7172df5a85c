using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>Says whether a schema allows a value; many examples of real documents break their own schema.</summary>
internal static class SchemaCheck
{
    public static bool Allows(ExampleDocument document, SpecNode? schema, JsonNode? value)
    {
        if (schema is null)
        {
            return true;
        }

        schema = document.Resolve(schema);
        if (value is null)
        {
            return schema.Boolean("nullable") == true;
        }

        return (schema["allOf"]?.Items ?? []).TrueForAll(part => Allows(document, part, value))
            && (
                (schema["oneOf"] ?? schema["anyOf"])?.Items is not { Count: > 0 } branches
                || branches.Exists(branch => Allows(document, branch, value))
            )
            && HasType(document, schema, value);
    }

    private static bool HasType(ExampleDocument document, SpecNode schema, JsonNode value) =>
        schema.String("type") switch
        {
            "object" => value is JsonObject members && HasMembers(document, schema, members),
            "array" => value is JsonArray items && items.All(item => Allows(document, schema["items"], item)),
            "string" => value.GetValueKind() == JsonValueKind.String && HasFormat(schema.String("format"), value.GetValue<string>()),
            "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.GetValueKind() == JsonValueKind.Number && IsInteger(value.ToJsonString(), schema),
            "number" => value.GetValueKind() == JsonValueKind.Number,
            _ => (schema["properties"] ?? schema["additionalProperties"]) is null
                || (value is JsonObject members && HasMembers(document, schema, members)),
        };

    private static bool HasMembers(ExampleDocument document, SpecNode schema, JsonObject members) =>
        schema.Strings("required").All(members.ContainsKey)
        && members.All(member =>
            schema["properties"]?[member.Key] is { } property
                ? Allows(document, property, member.Value)
                : schema["additionalProperties"] is not { Kind: SpecNodeKind.Object } rest || Allows(document, rest, member.Value)
        );

    private static bool HasFormat(string? format, string text) =>
        format switch
        {
            "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)
                && text.Contains('T', StringComparison.Ordinal),
            "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "uuid" or "guid" => Guid.TryParse(text, out var guid) && guid.ToString() == text,
            "uri" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
            "time" => TimeOnly.TryParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            "duration" => IsDuration(text),
            "byte" => Convert.TryFromBase64String(text, new byte[text.Length], out _)
                && Convert.ToBase64String(Convert.FromBase64String(text)) == text,
            _ => true,
        };

    /// <summary>True for a duration that is written as it would be written back.</summary>
    private static bool IsDuration(string text)
    {
        try
        {
            return !text.Split('T')[0].Contains('M', StringComparison.Ordinal) && XmlConvert.ToString(XmlConvert.ToTimeSpan(text)) == text;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsInteger(string text, SpecNode schema) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && (value is >= int.MinValue and <= int.MaxValue || (schema.String("format") != "int32" && schema["maximum"] is null));
}
