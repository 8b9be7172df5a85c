using KoreXo.Simulator.Jobs;

namespace KoreXo.Simulator.Bots;

/// <summary>An import, running or done.</summary>
internal sealed class ImportRun(string id, string reference, BotContent content, SimulatedApp author, DateTimeOffset created, PolledJob job)
{
    public string Id { get; } = id;

    /// <summary>An id that names nothing a caller could use.</summary>
    public string Reference { get; } = reference;

    public BotContent Content { get; } = content;

    public string CreatedBy { get; } = author.UserId;

    public DateTimeOffset CreatedOn { get; } = created;

    public PolledJob Job { get; } = job;

    public required string BotName { get; init; }

    public string? Purpose { get; init; }

    /// <summary>The bot that is imported into; null until a new one has come to be.</summary>
    public SimulatedBot? Bot { get; set; }
}
