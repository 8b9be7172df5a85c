using System.Text.Json;
#if NET9_0_OR_GREATER
using System.Runtime.InteropServices;
#endif

namespace KoreXo.Runtime;

/// <summary>Writes elements.</summary>
internal static class ElementWriter
{
    /// <summary>
    /// Writes an element. One with escaped surrogates is written as its raw text, because .NET refuses to write an unpaired surrogate that
    /// it has read.
    /// </summary>
    public static void Write(Utf8JsonWriter writer, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
            return;
        }

#if NET9_0_OR_GREATER
        var raw = JsonMarshal.GetRawUtf8Value(element);
        var escaped = raw.IndexOf("\\ud"u8) >= 0 || raw.IndexOf("\\uD"u8) >= 0;
#else
        var raw = element.GetRawText();
        var escaped = raw.Contains("\\ud", StringComparison.OrdinalIgnoreCase);
#endif
        if (escaped)
        {
            writer.WriteRawValue(raw, skipInputValidation: true);
        }
        else
        {
            element.WriteTo(writer);
        }
    }
}
