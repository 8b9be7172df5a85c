using KoreXo.Simulator.Conversations;
using KoreXo.Simulator.Generation;

namespace KoreXo.Simulator;

/// <summary>A conversation session of a simulated bot. Its messages are generated on demand and are always the same.</summary>
public sealed class SimulatedSession
{
    internal SimulatedSession(string id, SimulatedBot bot, SimulatedCustomer customer)
    {
        Id = id;
        Bot = bot;
        UserId = customer.UserId;
        ChannelUserId = customer.Mail;
    }

    /// <summary>Gets the id of the session.</summary>
    public string Id { get; }

    /// <summary>Gets the bot of the session.</summary>
    public SimulatedBot Bot { get; }

    /// <summary>Gets the id of the user on the platform. It starts with <c>u-</c>.</summary>
    public string UserId { get; }

    /// <summary>Gets the identity of the user on the channel, an email address.</summary>
    public string ChannelUserId { get; }

    /// <summary>Gets the channel.</summary>
    public required string Channel { get; init; }

    /// <summary>Gets the time of the first message, which starts the session.</summary>
    public required DateTimeOffset StartedOn { get; init; }

    /// <summary>Gets the containment type of the session: <c>selfService</c>, <c>dropOff</c> or <c>agent</c>.</summary>
    public required string Containment { get; init; }

    /// <summary>Gets a value indicating whether the session is one of an alert task and therefore non-interactive.</summary>
    public required bool IsAlert { get; init; }

    /// <summary>Gets the number of messages.</summary>
    public required int MessageCount { get; init; }

    /// <summary>Gets the time of the last message, which ends the session.</summary>
    public DateTimeOffset EndedOn => SentOn(MessageCount - 1);

    /// <summary>Gets the call id, by which some systems identify the session.</summary>
    public string CallId => "call-" + Id;

    /// <summary>Gets the id of the conversation.</summary>
    public string ConversationId => "c-" + Id;

    /// <summary>Gets the messages, oldest first.</summary>
    public IReadOnlyList<SimulatedMessage> Messages =>
        [.. Enumerable.Range(0, MessageCount).Select(index => new SimulatedMessage(this, index))];

    /// <summary>Gets the time between two messages.</summary>
    internal TimeSpan Pace { get; init; }

    /// <summary>Gets the number among all generated sessions, which orders those that started at the same time.</summary>
    internal long Sequence { get; init; }

    internal string SessionType => IsAlert ? "non-interactive" : "interactive";

    /// <summary>Gets the name of the task that ran.</summary>
    internal string TaskName => IsAlert ? "Daily alert" : "Welcome";

    /// <summary>Gets the id of that task.</summary>
    internal string TaskId => "dg-" + new ValueSource($"{Bot.Id}/{TaskName}").Digits(24);

    /// <summary>Gets the name of the one meta tag that each session has; its value is the channel.</summary>
    internal static string TagName => "channel";

    /// <summary>Returns the id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;

    internal DateTimeOffset SentOn(int index) => StartedOn + (Pace * index);

    /// <summary>Returns whether a user named in a request is the user of this session.</summary>
    internal bool IsOf(string user) => UserId == user || string.Equals(ChannelUserId, user, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns whether the session has all of the tags.</summary>
    internal bool HasTags(IEnumerable<KeyValuePair<string, string>> tags) => tags.All(tag => tag.Key == TagName && tag.Value == Channel);
}
