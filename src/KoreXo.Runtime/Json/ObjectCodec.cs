using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>
/// Reads and writes a class with members. The emitted codec says what the members are; going from one to the next is here, once for all.
/// </summary>
/// <typeparam name="T">The class.</typeparam>
/// <param name="names">The names of the members, in the order in which they usually come.</param>
/// <remarks>
/// An optional member whose value is not of its type counts as absent; the value is kept among the members that the type does not know,
/// under the member's name.
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
        var start = reader;
        var value = Create();
        var cursor = default(MemberCursor);
        while (true)
        {
            try
            {
                ReadMembers(ref reader, value, ref cursor);
                return value;
            }
            catch (UnexpectedValueException failure)
            {
                if (cursor.Other is null && IsRequired(cursor.Member))
                {
                    failure.In(Names.Name(cursor.Member));
                    throw;
                }

                // The position inside the value is lost: go to its first token again.
                reader = start;
                cursor.Return(ref reader);
                JsonReading.Other(ref reader, ref Extension(value), cursor.Other ?? Names.Name(cursor.Member));
            }
        }
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

    /// <summary>Makes an instance without any member set.</summary>
    /// <returns>The instance.</returns>
    protected abstract T Create();

    /// <summary>Reads a member that is not null.</summary>
    /// <param name="reader">The reader, on the value's first token; left on its last.</param>
    /// <param name="value">What takes the member.</param>
    /// <param name="member">The index of the member's name.</param>
    protected abstract void ReadMember(ref Utf8JsonReader reader, T value, int member);

    /// <summary>Takes note of a member that is null. It counts as absent, except where null is a value of its own.</summary>
    /// <param name="value">What takes the member.</param>
    /// <param name="member">The index of the member's name.</param>
    protected virtual void ReadNull(T value, int member) { }

    /// <summary>Reads a member with another name.</summary>
    /// <param name="reader">The reader, on the value's first token; left on its last.</param>
    /// <param name="value">What takes the member.</param>
    /// <param name="name">The name.</param>
    protected virtual void ReadOther(ref Utf8JsonReader reader, T value, string name) =>
        JsonReading.Other(ref reader, ref Extension(value), name);

    /// <summary>Writes the members that are set.</summary>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="value">What has the members.</param>
    protected abstract void WriteMembers(Utf8JsonWriter writer, T value);

    /// <summary>Writes the members with other names. No name is written twice: what a member of the type has set wins.</summary>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="value">What has the members.</param>
    protected virtual void WriteOther(Utf8JsonWriter writer, T value) => WriteExtension(writer, value, additional: null, isTyped: false);

    /// <summary>Writes additional members of a type of their own, and those that are not of it.</summary>
    /// <typeparam name="TOther">The type of the additional members.</typeparam>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="value">What has the members.</param>
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

    /// <summary>Gives the place of the members that the type does not know.</summary>
    /// <param name="value">What has the members.</param>
    /// <returns>A reference to the field.</returns>
    protected abstract ref IReadOnlyDictionary<string, JsonElement>? Extension(T value);

    /// <summary>Whether a member is written.</summary>
    /// <param name="value">What has the member.</param>
    /// <param name="member">The index of the member's name.</param>
    /// <returns><see langword="true"/> if it is set.</returns>
    protected abstract bool IsSet(T value, int member);

    /// <summary>
    /// Whether the document says that a member is always there and never null, so that an unreadable value of it is an error.
    /// </summary>
    /// <param name="member">The index of the member's name.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    protected virtual bool IsRequired(int member) => false;

    /// <summary>Whether a value was not of the type of its member, and is kept as it came.</summary>
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

    private void ReadMembers(ref Utf8JsonReader reader, T value, ref MemberCursor cursor)
    {
        while (cursor.Next(ref reader, Names))
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

                // A value that is not of its type may be sensitive, or hold what is: people do not see it.
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
