using KoreXo.Simulator.Jobs;

namespace KoreXo.Simulator.Bots;

/// <summary>An export, running or done.</summary>
internal sealed class ExportRun(
    string id,
    SimulatedBot bot,
    string type,
    BotContent content,
    SimulatedApp author,
    DateTimeOffset created,
    PolledJob job
)
{
    public string Id { get; } = id;

    public SimulatedBot Bot { get; } = bot;

    /// <summary><c>latest</c> or <c>published</c>.</summary>
    public string Type { get; } = type;

    /// <summary>The content as it was when the export began.</summary>
    public BotContent Content { get; } = content;

    public string CreatedBy { get; } = author.UserId;

    public DateTimeOffset CreatedOn { get; } = created;

    public PolledJob Job { get; } = job;

    /// <summary>The archive; null while the export runs.</summary>
    public ExportedFile? File { get; set; }
}
