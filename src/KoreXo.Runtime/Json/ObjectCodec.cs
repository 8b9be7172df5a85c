using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Reads and writes a class with members. The emitted codec says what the members are; going from one to the next is here, once for all.</summary>
/// <typeparam name="T">The class.</typeparam>
/// <param name="names">The names of the members, in the order in which they usually come.</param>
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
        var cursor = 0;
        while (true)
        {
            var member = Names.Read(ref reader, ref cursor, out var other);
            if (member == JsonNames.End)
            {
                return value;
            }

            if (other is not null)
            {
                ReadOther(ref reader, value, other);
            }
            else if (JsonReading.IsNull(ref reader))
            {
                ReadNull(value, member);
            }
            else
            {
                ReadMember(ref reader, value, member);
            }
        }
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        WriteMembers(writer, value);
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
    protected virtual void ReadNull(T value, int member)
    {
    }

    /// <summary>Reads a member with another name.</summary>
    /// <param name="reader">The reader, on the value's first token; left on its last.</param>
    /// <param name="value">What takes the member.</param>
    /// <param name="name">The name.</param>
    protected abstract void ReadOther(ref Utf8JsonReader reader, T value, string name);

    /// <summary>Writes the members that are set.</summary>
    /// <param name="writer">Where to, inside an object.</param>
    /// <param name="value">What has the members.</param>
    protected abstract void WriteMembers(Utf8JsonWriter writer, T value);
}
