using KoreXo.Simulator.Jobs;

namespace KoreXo.Simulator.Bots;

/// <summary>A publish that is running or done.</summary>
internal sealed class PublishRun(
    string id,
    SimulatedBot bot,
    BotContent content,
    SimulatedApp author,
    DateTimeOffset requested,
    PolledJob job
)
{
    public string Id { get; } = id;

    public SimulatedBot Bot { get; } = bot;

    /// <summary>Gets the content at the start of the publish.</summary>
    public BotContent Content { get; } = content;

    public string CreatedBy { get; } = author.UserId;

    public DateTimeOffset RequestedOn { get; } = requested;

    public DateTimeOffset ModifiedOn { get; set; } = requested;

    public PolledJob Job { get; } = job;

    public bool HasFailed { get; set; }
}
