using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// Distinguishes the shapes of a union. Works on a copy of the reader, so that the value can be read afterwards. In a union with a
/// discriminator, for example, <c>"type":"card"</c> selects the card; without one, the shape that knows most members of the object wins.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonUnion
{
    /// <summary>Finds the discriminator, wherever it is in the object.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="name">The name of the discriminator.</param>
    /// <returns>Its value as a string; <see langword="null"/> if there is none.</returns>
    public static string? Discriminator(Utf8JsonReader reader, string name)
    {
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

            // When streaming, the reader may hold only part of the data, but all of this value: Skip would throw, TrySkip works.
            reader.TrySkip();
        }

        return null;
    }

    /// <summary>
    /// Finds the shape that best matches an object: of those whose required members are present, the one that knows most of its members.
    /// </summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="shapes">The shapes.</param>
    /// <returns>The index of the shape; -1 if none matches.</returns>
    public static int Closest(Utf8JsonReader reader, JsonShape[] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        // {"id":"1","number":"4242"} fits both Account { id } and Card { id, number }: each knows the ID, but Card knows more of the
        // members. With equal counts the first shape wins, in the order of the document.
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

    /// <summary>Tries to read a value as the given shape. If it is not one, the reader does not move.</summary>
    /// <typeparam name="T">The type of the shape.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="codec">The codec of the shape.</param>
    /// <param name="value">The value.</param>
    /// <returns><see langword="true"/> if the value has the shape.</returns>
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

    /// <summary>Tries to read a value as the closest of several shapes. A member of the wrong type means that it is none of them.</summary>
    /// <typeparam name="T">The type of the shape.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="codec">The codec of the shape.</param>
    /// <param name="value">The value.</param>
    /// <returns><see langword="true"/> if the value has the shape.</returns>
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

    /// <summary>Counts the object's members that a shape knows; -1 if a required one is missing.</summary>
    private static int Known(Utf8JsonReader reader, JsonShape shape)
    {
        var known = 0;
        var required = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            known += Contains(ref reader, shape.Members) ? 1 : 0;
            required += Contains(ref reader, shape.Required) ? 1 : 0;
            reader.TrySkip(); // from the name to the end of its value
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
