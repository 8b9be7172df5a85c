using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Tells the shapes of a union apart. Works on a copy of the reader, so that the value can be read afterwards.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonUnion
{
    /// <summary>Looks for the member that names the shape, wherever it stands in the object.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="name">The name of the member.</param>
    /// <returns>The member's text; <see langword="null"/> where there is none.</returns>
    public static string? Discriminator(Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals(name);
            reader.Read();
            if (found)
            {
                return reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.Null
                    ? null
                    : JsonReading.String(ref reader);
            }

            // Of a stream the reader may hold a part only, but of this value all: then Skip throws, and TrySkip skips.
            reader.TrySkip();
        }

        return null;
    }

    /// <summary>
    /// Finds the shape that an object resembles most: of those whose required members are there, the one that knows most of its members.
    /// </summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="shapes">The shapes.</param>
    /// <returns>The index of the shape; -1 where none fits.</returns>
    public static int Closest(Utf8JsonReader reader, JsonShape[] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var best = -1;
        var bestKnown = -1;
        for (var index = 0; index < shapes.Length; index++)
        {
            if (Known(reader, shapes[index]) is var known && known > bestKnown)
            {
                (best, bestKnown) = (index, known);
            }
        }

        return best;
    }

    /// <summary>Reads a value as a shape that it looks like. It may turn out to be none; then the reader stands where it stood.</summary>
    /// <typeparam name="T">The type of the shape.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="codec">The codec of the shape.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the value is of the shape.</returns>
    public static bool TryRead<T>(ref Utf8JsonReader reader, JsonCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(codec);
        var start = reader;
        try
        {
            value = codec.Read(ref reader);
            return true;
        }
        catch (JsonException)
        {
            reader = start;
            value = default;
            return false;
        }
    }

    /// <summary>Reads a value as the closest of several shapes. A member of another type says that it is none of them.</summary>
    /// <typeparam name="T">The type of the shape.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="codec">The codec of the shape.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether the value is of the shape.</returns>
    public static bool TryReadExactly<T>(ref Utf8JsonReader reader, JsonCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(codec);
        var start = reader;
        if (TryRead(ref reader, codec, out value) && !codec.HasUnread(value))
        {
            return true;
        }

        reader = start;
        return false;
    }

    /// <summary>Counts the object's members that a shape knows; -1 where one that it requires is not there.</summary>
    private static int Known(Utf8JsonReader reader, JsonShape shape)
    {
        var known = 0;
        var required = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            known += Contains(ref reader, shape.Members) ? 1 : 0;
            required += Contains(ref reader, shape.Required) ? 1 : 0;
            reader.Read();
            reader.TrySkip();
        }

        return required < shape.Required.Length ? -1 : known;
    }

    private static bool Contains(ref Utf8JsonReader reader, byte[][] names)
    {
        foreach (var name in names)
        {
            if (reader.ValueTextEquals(name))
            {
                return true;
            }
        }

        return false;
    }
}
