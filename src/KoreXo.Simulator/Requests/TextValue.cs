using System.Globalization;
using System.Numerics;
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
        if (type.HasFlag(JsonObjectType.Integer) && BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return integer >= long.MinValue && integer <= long.MaxValue ? new JValue((long)integer) : new JValue((double)integer);
        }

        if (type.HasFlag(JsonObjectType.Number)
            && double.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowLeadingWhite & ~NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number))
        {
            return new JValue(number);
        }

        return type.HasFlag(JsonObjectType.Boolean) && text is "true" or "false" ? new JValue(text == "true") : new JValue(text);
    }
}
