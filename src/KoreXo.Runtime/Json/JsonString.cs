using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// Reads the text of a string or a name. An unpaired surrogate becomes U+FFFD: strings cut in the middle of an emoji are common, and one of
/// them must not fail a whole response.
/// </summary>
internal static class JsonString
{
    public static string Get(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped || reader.HasValueSequence ? GetEscaped(ref reader) : Encoding.UTF8.GetString(reader.ValueSpan);

    private static string GetEscaped(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The reader rejects what is not well-formed Unicode.
            return Unescape(Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan));
        }
    }

    /// <summary>Gets the name of a member; one that is not well-formed Unicode becomes U+FFFD.</summary>
    public static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    public static string Get(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Unescape(text.GetRawText()[1..^1]);
        }
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var index = 0; index < raw.Length; index++)
        {
            if (raw[index] != '\\')
            {
                text.Append(raw[index]);
                continue;
            }

            index++;
            if (raw[index] == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(index + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                index += 4;
                continue;
            }

            text.Append(
                raw[index] switch
                {
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    var other => other,
                }
            );
        }

        return WellFormed(text.ToString());
    }

    private static string WellFormed(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.ToString());
        }

        return result.ToString();
    }
}
