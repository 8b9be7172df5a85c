using System.Globalization;
using NJsonSchema;

namespace KoreXo.Simulator.Generation;

/// <summary>Generates strings with the format and length that a schema requires.</summary>
internal sealed class TextValues(ValueSource source, DateTimeOffset now)
{
    /// <summary>A document that asks for more gets a string that is too short, but an answer.</summary>
    private const int Longest = 100_000;

    public string Create(JsonSchema schema, string name)
    {
        var least = (int)Math.Clamp(schema.MinLength ?? 0, 0, Longest);
        var most = (int)Math.Clamp(schema.MaxLength ?? Longest, 0, Longest);
        if (schema.Pattern is { } pattern)
        {
            var digit = $"{1 + source.Next(9)}";
            return PatternText.Matches(pattern, digit) && least <= 1 ? digit : PatternText.Create(pattern, least, most, source) ?? digit;
        }

        var text = (Format(schema.Format) ?? Plain(name)).PadRight(least, 'x');
        return text.Length > most ? text[..most] : text;
    }

    private string? Format(string? format) =>
        format switch
        {
            "date-time" => WireTime.Format(Moment()),
            "date" => Moment().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            "time" => Moment().ToString("HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            "duration" => $"PT{1 + source.Next(59)}M",
            "uuid" or "guid" => new Guid(Convert.FromHexString(source.Digits(32))).ToString("D"),
            "email" or "idn-email" => $"person{source.Next(100)}@example.com",
            "uri" or "url" or "iri" => $"https://example.com/{source.Next(100)}",
            "uri-reference" or "iri-reference" => $"/{source.Next(100)}",
            "hostname" or "idn-hostname" => $"host{source.Next(100)}.example.com",
            "ipv4" => $"192.0.2.{source.Next(256)}",
            "ipv6" => $"2001:db8::{1 + source.Next(9)}",
            "byte" => Convert.ToBase64String(Convert.FromHexString(source.Digits(12))),
            _ => null,
        };

    private DateTimeOffset Moment() => now - TimeSpan.FromMinutes(source.Next(7 * 24 * 60));

    private string Plain(string name)
    {
        const int IdLength = 24;
        return name.EndsWith("id", StringComparison.OrdinalIgnoreCase)
            ? source.Digits(IdLength)
            : $"{name.Trim()} {source.Next(100)}".TrimStart();
    }
}
