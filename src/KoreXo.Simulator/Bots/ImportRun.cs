using KoreXo.Simulator.Jobs;

namespace KoreXo.Simulator.Bots;

/// <summary>An import that is running or done.</summary>
internal sealed class ImportRun(string id, string reference, BotContent content, SimulatedApp author, DateTimeOffset created, PolledJob job)
{
    public string Id { get; } = id;

    /// <summary>Gets an id that callers cannot use for anything.</summary>
    public string Reference { get; } = reference;

    public BotContent Content { get; } = content;

    public string CreatedBy { get; } = author.UserId;

    public DateTimeOffset CreatedOn { get; } = created;

    public PolledJob Job { get; } = job;

    public required string BotName { get; init; }

    public string? Purpose { get; init; }

    /// <summary>Gets or sets the target bot; null until a new one is created.</summary>
    public SimulatedBot? Bot { get; set; }
}
