using System.Globalization;
using NJsonSchema;

namespace KoreXo.Simulator.Generation;

/// <summary>Generates strings with the format and length that a schema requires.</summary>
internal sealed class TextValues(ValueSource source, DateTimeOffset now)
{
    public string Create(JsonSchema schema, string name)
    {
        var text = schema.Format switch
        {
            "date-time" => WireTime.Format(Moment()),
            "date" => Moment().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => schema.Pattern is null ? Plain(name) : $"{1 + source.Next(9)}",
        };
        if (schema.MinLength is { } least && text.Length < least)
        {
            text = text.PadRight((int)least, 'x');
        }

        return schema.MaxLength is { } most && text.Length > most ? text[..(int)most] : text;
    }

    private DateTimeOffset Moment() => now - TimeSpan.FromMinutes(source.Next(7 * 24 * 60));

    private string Plain(string name)
    {
        const int IdLength = 24;
        return name.EndsWith("id", StringComparison.OrdinalIgnoreCase)
            ? source.Digits(IdLength)
            : $"{name.Trim()} {source.Next(100)}".TrimStart();
    }
}
