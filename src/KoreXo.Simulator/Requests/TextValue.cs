using System.Globalization;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace KoreXo.Simulator.Requests;

/// <summary>Gives the text of a parameter or form field the type that its schema asks for.</summary>
internal static class TextValue
{
    /// <summary>The typed value; the text itself where it has not the form of that type, which the schema then refuses.</summary>
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
