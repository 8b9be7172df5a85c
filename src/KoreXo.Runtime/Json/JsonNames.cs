using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The member names of a type: finds the index of a name when reading, and returns it encoded for writing.</summary>
/// <remarks>Members usually come in the order of the document, so the expected name is tried first.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonNames
{
    /// <summary>The result for a name that is not one of these.</summary>
    public const int Unknown = -1;

    /// <summary>The result at the end of the object.</summary>
    public const int End = -2;

    private readonly string[] _names;
    private readonly byte[][] _utf8;
    private JsonEncodedText[]? _encoded;

    /// <summary>Initializes a new instance of the <see cref="JsonNames"/> class.</summary>
    /// <param name="names">The names; their positions are the indexes.</param>
    public JsonNames(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = names;
        _utf8 = new byte[names.Length][];
        for (var index = 0; index < names.Length; index++)
        {
            _utf8[index] = Encoding.UTF8.GetBytes(names[index]);
        }
    }

    /// <summary>Gets a name, encoded for writing.</summary>
    /// <param name="index">The index of the name.</param>
    public JsonEncodedText this[int index] => (_encoded ?? Encode())[index];

    /// <summary>Gets a name as it is in the document.</summary>
    internal string Name(int index) => _names[index];

    /// <summary>Gets the index of a name, or <see cref="Unknown"/>.</summary>
    internal int IndexOf(string name) => Array.IndexOf(_names, name);

    /// <summary>Advances to the value of the next member, and returns its name if it is not one of these.</summary>
    /// <param name="reader">The reader, on the start of the object or on the last token of a member's value.</param>
    /// <param name="cursor">The next expected index; 0 at the start.</param>
    /// <param name="unknown">The other name, or <see langword="null"/>.</param>
    /// <returns>The index of the name, <see cref="End"/>, or <see cref="Unknown"/>, whose value the caller must read or skip.</returns>
    public int Read(ref Utf8JsonReader reader, ref int cursor, out string? unknown)
    {
        unknown = null;
        if (!Next(ref reader))
        {
            return End;
        }

        var index = Find(ref reader, ref cursor);
        if (index == Unknown)
        {
            unknown = JsonString.Get(ref reader);
        }

        Step(ref reader);
        return index;
    }

    // Only when something is written: what a process only reads need not load the encoder.
    private JsonEncodedText[] Encode()
    {
        var encoded = new JsonEncodedText[_names.Length];
        for (var index = 0; index < encoded.Length; index++)
        {
            encoded[index] = JsonEncodedText.Encode(_names[index], JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        }

        return _encoded = encoded;
    }

    private static bool Next(ref Utf8JsonReader reader)
    {
        Step(ref reader);
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    private static void Step(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException("The JSON ends in the middle of an object.");
        }
    }

    private int Find(ref Utf8JsonReader reader, ref int cursor)
    {
        var index = reader.ValueIsEscaped || reader.HasValueSequence ? FindEscaped(ref reader) : FindPlain(reader.ValueSpan, cursor);
        if (index != Unknown)
        {
            cursor = index + 1;
        }

        return index;
    }

    // Servers write the members of a type in the same order each time, usually that of the document. After "id" at index 0, "name" at index
    // 1 is compared first, and a full object costs one comparison a member. A member that is missing or misplaced costs a search once: the
    // cursor continues behind it.
    private int FindPlain(ReadOnlySpan<byte> name, int cursor)
    {
        var names = _utf8;
        if ((uint)cursor < (uint)names.Length && name.SequenceEqual(names[cursor]))
        {
            return cursor;
        }

        for (var index = 0; index < names.Length; index++)
        {
            if (name.SequenceEqual(names[index]))
            {
                return index;
            }
        }

        return Unknown;
    }

    private int FindEscaped(ref Utf8JsonReader reader)
    {
        for (var index = 0; index < _utf8.Length; index++)
        {
            if (reader.ValueTextEquals(_utf8[index]))
            {
                return index;
            }
        }

        return Unknown;
    }
}
