using KoreXo.Simulator.Jobs;

namespace KoreXo.Simulator.Bots;

/// <summary>An export that is running or done.</summary>
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

    /// <summary>Gets the type, <c>latest</c> or <c>published</c>.</summary>
    public string Type { get; } = type;

    /// <summary>Gets the content at the start of the export.</summary>
    public BotContent Content { get; } = content;

    public string CreatedBy { get; } = author.UserId;

    public DateTimeOffset CreatedOn { get; } = created;

    public PolledJob Job { get; } = job;

    /// <summary>Gets or sets the archive; null while the export is running.</summary>
    public ExportedFile? File { get; set; }
}

/// <summary>The location of an export's archive, relative to the endpoint.</summary>
internal sealed record ExportedFile(string Id, string Path, string Query, int Size);
