using System.Globalization;
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
        var type = schema.ActualTypeSchema.Type;
        if (
            type.HasFlag(JsonObjectType.Integer)
            && Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        )
        {
            return ValidationTree.Number(text);
        }

        if (
            type.HasFlag(JsonObjectType.Number)
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
}
