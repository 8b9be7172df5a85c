using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KoreXo.Simulator;

/// <summary>A message of a simulated session.</summary>
public sealed class SimulatedMessage
{
    internal SimulatedMessage(SimulatedSession session, int index)
    {
        Session = session;
        Index = index;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{session.Id}/{index}")));
        Id = "ms-" + new Guid(hash.AsSpan(0, 16)).ToString("D");
    }

    /// <summary>Gets the id of the message. It starts with <c>ms-</c>.</summary>
    public string Id { get; }

    /// <summary>Gets the session that the message belongs to.</summary>
    public SimulatedSession Session { get; }

    /// <summary>Gets the zero-based index in the session.</summary>
    public int Index { get; }

    /// <summary>Gets a value indicating whether the message is sent to the bot rather than by it.</summary>
    public bool IsIncoming => Index % 2 == 0;

    /// <summary>Gets the time when the message was sent.</summary>
    public DateTimeOffset SentOn => Session.SentOn(Index);

    /// <summary>Gets the text.</summary>
    public string Text => IsIncoming ? $"Question {Index + 1} of {Session.Id}" : $"Answer {Index + 1} of {Session.Id}";

    /// <summary>Returns the id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;
}
