using System.Buffers;
using System.ComponentModel;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The building blocks of emitted codecs for writing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonWriting
{
    /// <summary>
    /// The maximum nesting of a request body; without a limit, a model that contains itself would crash the process.
    /// </summary>
    internal const int MaxDepth = 1000;

    /// <summary>
    /// The format of request bodies: on one line, and only what JSON requires is escaped, since they are never embedded in HTML.
    /// </summary>
    internal static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = MaxDepth,
    };

    /// <summary>Writes JSON into its own memory, for what is not a request body and needs no pooled buffer.</summary>
    internal static ReadOnlyMemory<byte> ToBytes<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer, state);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes JSON that was read as it is.</summary>
    internal static void Raw(Utf8JsonWriter writer, ReadOnlySpan<byte> json) =>
        // Stryker disable once Boolean : what was read is valid, and to check it again takes time
        writer.WriteRawValue(json, skipInputValidation: true);

    /// <summary>Writes a JSON value as it was read.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value; one that was never set is written as null.</param>
    public static void Element(Utf8JsonWriter writer, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ElementWriter.Write(writer, value);
    }

    /// <summary>Writes a member that is an array.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="items">The items.</param>
    /// <param name="codec">The codec of an item.</param>
    public static void List<T>(Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyList<T> items, JsonCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(name);
        Items(writer, items, codec);
    }

    /// <summary>Writes a member that is an object with arbitrary member names.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="map">The members of the object.</param>
    /// <param name="codec">The codec of a value.</param>
    public static void Map<T>(Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyDictionary<string, T> map, JsonCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject(name);
        Members(writer, map, codec);
        writer.WriteEndObject();
    }

    /// <summary>Writes members into the current object.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="members">The members.</param>
    /// <param name="codec">The codec of a value.</param>
    public static void Members<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T> members, JsonCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(codec);
        foreach (var (name, value) in members)
        {
            Member(writer, name, value, codec);
        }
    }

    /// <summary>Writes one member of the current object.</summary>
    internal static void Member<T>(Utf8JsonWriter writer, string name, T value, JsonCodec<T> codec)
    {
        writer.WritePropertyName(name);
        One(writer, value, codec);
    }

    /// <summary>Writes an array value.</summary>
    internal static void Items<T>(Utf8JsonWriter writer, IReadOnlyList<T> items, JsonCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(codec);
        writer.WriteStartArray();
        for (var index = 0; index < items.Count; index++)
        {
            One(writer, items[index], codec);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a point in time; UTC ends with <c>Z</c>.</summary>
    internal static void Value(Utf8JsonWriter writer, DateTimeOffset value)
    {
        if (value.Offset == TimeSpan.Zero)
        {
            writer.WriteStringValue(value.UtcDateTime);
        }
        else
        {
            writer.WriteStringValue(value);
        }
    }

    /// <summary>Writes a date.</summary>
    internal static void Value(Utf8JsonWriter writer, DateOnly value) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static void One<T>(Utf8JsonWriter writer, T value, JsonCodec<T> codec)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            codec.Write(writer, value);
        }
    }
}
