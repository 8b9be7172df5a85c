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

    /// <summary>The id of the message. It begins with <c>ms-</c>.</summary>
    public string Id { get; }

    /// <summary>The session that the message belongs to.</summary>
    public SimulatedSession Session { get; }

    /// <summary>The place in the session, from 0.</summary>
    public int Index { get; }

    /// <summary>Whether the message goes to the bot; otherwise it comes from it.</summary>
    public bool IsIncoming => Index % 2 == 0;

    /// <summary>When the message was sent.</summary>
    public DateTimeOffset SentOn => Session.SentOn(Index);

    /// <summary>The text.</summary>
    public string Text => IsIncoming ? $"Question {Index + 1} of {Session.Id}" : $"Answer {Index + 1} of {Session.Id}";

    /// <summary>Shows the id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;
}
