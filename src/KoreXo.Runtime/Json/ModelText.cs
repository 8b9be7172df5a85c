using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Formats models for <see cref="object.ToString"/>: as JSON in which sensitive members are masked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelText
{
    /// <summary>
    /// Marks a writer whose output is for people. A writer carries nothing but its options, and nobody else has a reason to choose exactly
    /// this maximum depth.
    /// </summary>
    private const int DepthForPeople = int.MaxValue - 0x4B58;

    private const string Mask = "***";

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = DepthForPeople,
    };

    /// <summary>Formats a model.</summary>
    /// <typeparam name="T">The type of the model.</typeparam>
    /// <param name="value">The model.</param>
    /// <returns>The complete JSON on a single line.</returns>
    public static string From<T>(T value)
        where T : IJsonModel<T>
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            T.Codec.Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the mask in place of a sensitive member, if the JSON is for people.</summary>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="name">The name of the member.</param>
    /// <returns><see langword="true"/> if the mask was written; <see langword="false"/> if the caller must write the value.</returns>
    public static bool Masks(Utf8JsonWriter writer, JsonEncodedText name)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (writer.Options.MaxDepth != DepthForPeople)
        {
            return false;
        }

        writer.WriteString(name, Mask);
        return true;
    }

    /// <summary>Writes a JSON value as it was read; if the JSON is for people, with a mask in place of sensitive members.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    /// <param name="sensitive">The names of the members, which are masked at any depth.</param>
    public static void Element(Utf8JsonWriter writer, JsonElement value, params string[] sensitive)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (writer.Options.MaxDepth == DepthForPeople)
        {
            Masked(writer, value, sensitive);
        }
        else
        {
            ElementWriter.Write(writer, value);
        }
    }

    private static void Masked(Utf8JsonWriter writer, JsonElement value, string[] sensitive)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    var name = JsonString.Name(member);
                    if (!(Array.IndexOf(sensitive, name) >= 0 && Masks(writer, name)))
                    {
                        writer.WritePropertyName(name);
                        Masked(writer, member.Value, sensitive);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Masked(writer, item, sensitive);
                }

                writer.WriteEndArray();
                break;
            default:
                ElementWriter.Write(writer, value);
                break;
        }
    }

    internal static bool Masks(Utf8JsonWriter writer, string name)
    {
        if (writer.Options.MaxDepth != DepthForPeople)
        {
            return false;
        }

        writer.WriteString(name, Mask);
        return true;
    }
}
