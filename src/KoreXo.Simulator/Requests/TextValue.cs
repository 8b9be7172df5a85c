using System.Globalization;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace KoreXo.Simulator.Requests;

/// <summary>Converts the string of a parameter or form field to the type in its schema.</summary>
internal static class TextValue
{
    // A parameter is a string on the wire, and its schema says integer. "12" becomes 12, and so can be compared with a maximum; "12a"
    // stays a string, and the validator rejects it with the message that it has for strings.
    /// <summary>
    /// Returns the typed value, or the string itself if it is not in the format of that type, which the schema then rejects.
    /// </summary>
    public static JToken Read(JsonSchema schema, string text)
    {
        var actual = schema.ActualSchema;
        if (actual.OneOf.Count + actual.AnyOf.Count > 0)
        {
            return actual
                    .OneOf.Concat(actual.AnyOf)
                    .Select(branch => (Branch: branch, Value: Read(branch, text)))
                    .FirstOrDefault(candidate => SchemaCheck.RequestFaults(candidate.Branch, candidate.Value, "") is [])
                    .Value
                ?? new JValue(text);
        }

        var type = schema.ActualTypeSchema.Type;
        if (type is JsonObjectType.Object or JsonObjectType.Array)
        {
            return Json(text);
        }

        // A plus sign is none of a number in JSON, and in a query it means a space.
        var isSigned = text.StartsWith('+');
        if (
            type.HasFlag(JsonObjectType.Integer)
            && !isSigned
            && Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        )
        {
            return ValidationTree.Number(text);
        }

        if (
            type.HasFlag(JsonObjectType.Number)
            && !isSigned
            && double.TryParse(
                text,
                NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite,
                CultureInfo.InvariantCulture,
                out var number
            )
            && double.IsFinite(number)
        )
        {
            return ValidationTree.Number(text);
        }

        return type.HasFlag(JsonObjectType.Boolean) && text is "true" or "false" ? new JValue(text == "true") : new JValue(text);
    }

    /// <summary>Reads an object or a list that is written as JSON, as in a part of a form.</summary>
    private static JToken Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return ValidationTree.From(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return new JValue(text);
        }
    }
}
