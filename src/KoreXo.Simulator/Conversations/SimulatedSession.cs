using KoreXo.Simulator.Conversations;
using KoreXo.Simulator.Generation;

namespace KoreXo.Simulator;

/// <summary>A conversation session of a simulated bot. Its messages are made when they are asked for, always the same.</summary>
public sealed class SimulatedSession
{
    internal SimulatedSession(string id, SimulatedBot bot, SimulatedCustomer customer)
    {
        Id = id;
        Bot = bot;
        UserId = customer.UserId;
        ChannelUserId = customer.Mail;
    }

    /// <summary>The id of the session.</summary>
    public string Id { get; }

    /// <summary>The bot that was talked to.</summary>
    public SimulatedBot Bot { get; }

    /// <summary>The id of the user on the platform. It begins with <c>u-</c>.</summary>
    public string UserId { get; }

    /// <summary>The identity of the user on the channel, a mail address.</summary>
    public string ChannelUserId { get; }

    /// <summary>The channel.</summary>
    public required string Channel { get; init; }

    /// <summary>When the session began, which is when its first message was sent.</summary>
    public required DateTimeOffset StartedOn { get; init; }

    /// <summary>How it ended: <c>selfService</c>, <c>dropOff</c> or <c>agent</c>.</summary>
    public required string Containment { get; init; }

    /// <summary>Whether it is one of an alert task, which makes it non-interactive.</summary>
    public required bool IsAlert { get; init; }

    /// <summary>The number of messages.</summary>
    public required int MessageCount { get; init; }

    /// <summary>When the session ended, which is when its last message was sent.</summary>
    public DateTimeOffset EndedOn => SentOn(MessageCount - 1);

    /// <summary>The id of the call, for systems that know the session by it.</summary>
    public string CallId => "call-" + Id;

    /// <summary>The id of the conversation.</summary>
    public string ConversationId => "c-" + Id;

    /// <summary>The messages, the oldest first.</summary>
    public IReadOnlyList<SimulatedMessage> Messages =>
        [.. Enumerable.Range(0, MessageCount).Select(index => new SimulatedMessage(this, index))];

    /// <summary>The time between two messages.</summary>
    internal TimeSpan Pace { get; init; }

    /// <summary>The place among all sessions that were ever made, for those that began at once.</summary>
    internal long Sequence { get; init; }

    internal string SessionType => IsAlert ? "non-interactive" : "interactive";

    /// <summary>The name of the task that ran.</summary>
    internal string TaskName => IsAlert ? "Daily alert" : "Welcome";

    /// <summary>The id of that task.</summary>
    internal string TaskId => "dg-" + new ValueSource($"{Bot.Id}/{TaskName}").Digits(24);

    /// <summary>The name of the one meta tag that each session has; its value is the channel.</summary>
    internal static string TagName => "channel";

    /// <summary>Shows the id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;

    internal DateTimeOffset SentOn(int index) => StartedOn + (Pace * index);

    /// <summary>Whether a request that names a user by this text means the one of this session.</summary>
    internal bool IsOf(string user) => UserId == user || string.Equals(ChannelUserId, user, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the session has all of these tags.</summary>
    internal bool HasTags(IEnumerable<KeyValuePair<string, string>> tags) => tags.All(tag => tag.Key == TagName && tag.Value == Channel);
}
