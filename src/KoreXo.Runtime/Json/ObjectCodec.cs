using System.ComponentModel;
using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// Reads and writes a class with members. The emitted codec declares the members; moving from one to the next is implemented here, once.
/// </summary>
/// <typeparam name="T">The class.</typeparam>
/// <param name="names">The names of the members, in their usual order.</param>
/// <remarks>
/// An optional member with a value of the wrong type counts as absent; the value is kept among the members that the type does not know,
/// under the member's name. For example, <c>{"size":"many"}</c> for an integer <c>size</c> leaves it unset, and is written back unchanged.
/// The same applies to a required list or map that contains null.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ObjectCodec<T>(params string[] names) : JsonCodec<T>
    where T : class
{
    /// <summary>Gets the names, encoded for writing.</summary>
    protected JsonNames Names { get; } = new(names);

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader)
    {
        JsonReading.StartObject(ref reader);
        var value = Create();
        var cursor = default(MemberCursor);
        while (true)
        {
            try
            {
                if (ReadScalars(ref reader, value, ref cursor))
                {
                    break;
                }

                return value;
            }
            catch (UnexpectedValueException failure)
            {
                // A value that is a single token: the reader is still on it.
                Keep(ref reader, value, ref cursor, failure);
            }
        }

        ReadRest(ref reader, value, ref cursor);
        return value;
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        WriteMembers(writer, value);
        WriteOther(writer, value);
        writer.WriteEndObject();
    }

    /// <summary>Creates an instance without members.</summary>
    /// <returns>The instance.</returns>
    protected abstract T Create();

    /// <summary>Reads a member that is not null.</summary>
    /// <param name="reader">The reader, on the first token of the value; left on the last.</param>
    /// <param name="value">The object that receives the member.</param>
    /// <param name="member">The index of the member's name.</param>
    protected abstract void ReadMember(ref Utf8JsonReader reader, T value, int member);

    /// <summary>Handles a member that is null. It counts as absent, unless null is a distinct value.</summary>
    /// <param name="value">The object that receives the member.</param>
    /// <param name="member">The index of the member's name.</param>
    protected virtual void ReadNull(T value, int member) { }

    /// <summary>Reads a member with another name.</summary>
    /// <param name="reader">The reader, on the first token of the value; left on the last.</param>
    /// <param name="value">The object that receives the member.</param>
    /// <param name="name">The name.</param>
    protected virtual void ReadOther(ref Utf8JsonReader reader, T value, string name) =>
        JsonReading.Other(ref reader, ref Extension(value), name);

    /// <summary>Writes the members that are set.</summary>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="value">The object with the members.</param>
    protected abstract void WriteMembers(Utf8JsonWriter writer, T value);

    /// <summary>
    /// Writes the members with other names. No name is written twice: a member of the type takes precedence if it is set.
    /// </summary>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="value">The object with the members.</param>
    protected virtual void WriteOther(Utf8JsonWriter writer, T value) => WriteExtension(writer, value, additional: null, isTyped: false);

    /// <summary>Writes additional members that have a common type, and those whose values have another.</summary>
    /// <typeparam name="TOther">The type of the additional members.</typeparam>
    /// <param name="writer">The writer, inside an object.</param>
    /// <param name="value">The object with the members.</param>
    /// <param name="additional">The additional members; <see langword="null"/> writes none.</param>
    /// <param name="codec">The codec of an additional member.</param>
    protected void WriteOther<TOther>(
        Utf8JsonWriter writer,
        T value,
        IReadOnlyDictionary<string, TOther>? additional,
        JsonCodec<TOther> codec
    )
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (additional is not null)
        {
            foreach (var (name, other) in additional)
            {
                if (!IsWritten(value, name))
                {
                    JsonWriting.Member(writer, name, other, codec);
                }
            }
        }

        WriteExtension(writer, value, additional is null ? null : new Predicate<string>(additional.ContainsKey), isTyped: true);
    }

    /// <summary>Gets the field for the members that the type does not know.</summary>
    /// <param name="value">The object with the members.</param>
    /// <returns>A reference to the field.</returns>
    protected abstract ref IReadOnlyDictionary<string, JsonElement>? Extension(T value);

    /// <summary>Checks whether a member is written.</summary>
    /// <param name="value">The object with the member.</param>
    /// <param name="member">The index of the member's name.</param>
    /// <returns><see langword="true"/> if it is set.</returns>
    protected abstract bool IsSet(T value, int member);

    /// <summary>
    /// Checks whether the document requires a member and does not allow null, so that an unreadable value is an error.
    /// </summary>
    /// <param name="member">The index of the member's name.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    protected virtual bool IsRequired(int member) => false;

    /// <summary>Checks whether the value of a member had the wrong type and is kept as received.</summary>
    internal override bool HasUnread(T value)
    {
        if (Extension(value) is { } members)
        {
            foreach (var (name, _) in members)
            {
                if (Names.IndexOf(name) >= 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Reads members up to the first whose value is an object or an array, so that most objects need no bookmark.</summary>
    /// <returns>Whether there is one; the reader is on its value.</returns>
    private bool ReadScalars(ref Utf8JsonReader reader, T value, ref MemberCursor cursor)
    {
        while (cursor.Next(ref reader, Names))
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                return true;
            }

            ReadCurrent(ref reader, value, ref cursor);
        }

        return false;
    }

    /// <summary>Reads the current member, and those behind it.</summary>
    private void ReadRest(ref Utf8JsonReader reader, T value, ref MemberCursor cursor)
    {
        // A Utf8JsonReader is a struct: the copy is a bookmark to which reading returns after a member that cannot be read. For
        // {"id":1,"sizes":[1,"many"],"name":"x"} with integers in "sizes", the exception leaves the reader inside the array. The cursor
        // then skips from the bookmark to that member again, keeps its value as it is, and goes on with "name". This costs only objects
        // with such a member.
        var start = reader;
        var isOn = true;
        while (true)
        {
            try
            {
                if (isOn)
                {
                    ReadCurrent(ref reader, value, ref cursor);
                }

                ReadMembers(ref reader, value, ref cursor);
                return;
            }
            catch (UnexpectedValueException failure)
            {
                // The position inside the value is lost: return to its first token.
                reader = start;
                cursor.Return(ref reader);
                Keep(ref reader, value, ref cursor, failure);
                isOn = false;
            }
        }
    }

    private void ReadMembers(ref Utf8JsonReader reader, T value, ref MemberCursor cursor)
    {
        while (cursor.Next(ref reader, Names))
        {
            ReadCurrent(ref reader, value, ref cursor);
        }
    }

    private void ReadCurrent(ref Utf8JsonReader reader, T value, ref MemberCursor cursor)
    {
        if (cursor.Other is { } other)
        {
            ReadOther(ref reader, value, other);
        }
        else if (JsonReading.IsNull(ref reader))
        {
            ReadNull(value, cursor.Member);
        }
        else
        {
            ReadMember(ref reader, value, cursor.Member);
        }
    }

    /// <summary>Keeps a value that cannot be read as it is; the reader is on its first token.</summary>
    private void Keep(ref Utf8JsonReader reader, T value, ref MemberCursor cursor, UnexpectedValueException failure)
    {
        // A list or a map is never null, so that one with null among its values need not fail the object.
        if (cursor.Other is null && IsRequired(cursor.Member) && !failure.IsNullItem)
        {
            failure.In(Names.Name(cursor.Member));
            ExceptionDispatchInfo.Throw(failure);
        }

        JsonReading.Other(ref reader, ref Extension(value), cursor.Other ?? Names.Name(cursor.Member));
    }

    private void WriteExtension(Utf8JsonWriter writer, T value, Predicate<string>? additional, bool isTyped)
    {
        if (Extension(value) is { } members)
        {
            foreach (var (name, element) in members)
            {
                if (IsWritten(value, name) || additional?.Invoke(name) == true)
                {
                    continue;
                }

                // A value of the wrong type may be sensitive, or contain sensitive values: do not show it to people.
                if (!((isTyped || Names.IndexOf(name) >= 0) && ModelText.Masks(writer, name)))
                {
                    writer.WritePropertyName(name);
                    JsonWriting.Element(writer, element);
                }
            }
        }
    }

    private bool IsWritten(T value, string name) => Names.IndexOf(name) is >= 0 and var member && IsSet(value, member);
}
