using System.Runtime.InteropServices;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The progress of reading an object: the current member, and where its value begins.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct MemberCursor
{
    private int _expected;
    private long _valueStart;

    /// <summary>Gets the index of the member's name; meaningless if <see cref="Other"/> is set.</summary>
    public int Member { get; private set; }

    /// <summary>Gets the name of a member that the type does not know.</summary>
    public string? Other { get; private set; }

    /// <summary>Advances to the value of the next member.</summary>
    /// <returns><see langword="false"/> at the end of the object.</returns>
    public bool Next(ref Utf8JsonReader reader, JsonNames names)
    {
        Member = names.Read(ref reader, ref _expected, out var other);
        Other = other;
        _valueStart = reader.TokenStartIndex;
        return Member != JsonNames.End;
    }

    /// <summary>Returns to the value of this member, from that of one before it or from its own.</summary>
    public readonly void Return(ref Utf8JsonReader reader)
    {
        while (reader.TokenStartIndex != _valueStart)
        {
            reader.TrySkip();
            reader.Read();
            reader.Read();
        }
    }
}
