using System.Runtime.InteropServices;

namespace KoreXo.Simulator.Conversations;

/// <summary>The position of a message without the message itself, since a year of traffic has millions of them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct MessagePlace(SimulatedSession Session, int Index) : IComparable<MessagePlace>
{
    public DateTimeOffset SentOn => Session.SentOn(Index);

    public SimulatedMessage Message => new(Session, Index);

    public static bool operator <(MessagePlace left, MessagePlace right) => left.CompareTo(right) < 0;

    public static bool operator >(MessagePlace left, MessagePlace right) => left.CompareTo(right) > 0;

    public static bool operator <=(MessagePlace left, MessagePlace right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MessagePlace left, MessagePlace right) => left.CompareTo(right) >= 0;

    // A total order: two messages of one millisecond must not change places between two pages, or a client would get one of them twice
    // and miss the other.
    public int CompareTo(MessagePlace other)
    {
        var order = SentOn.CompareTo(other.SentOn);
        if (order == 0)
        {
            order = Session.Sequence.CompareTo(other.Session.Sequence);
        }

        return order != 0 ? order : Index.CompareTo(other.Index);
    }
}
