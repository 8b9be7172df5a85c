namespace KoreXo.Simulator.Knowledge;

/// <summary>An extraction of FAQs from a file or a page.</summary>
internal sealed class Extraction(string id, string botId, string language, string name)
{
    private int _added;

    public string Id { get; } = id;

    public string BotId { get; } = botId;

    public string Language { get; } = language;

    public string Name { get; } = name;

    public required IReadOnlyList<ExtractedQuestion> Questions { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedOn { get; init; }

    /// <summary>Gets the id and name of the file; null if a page was read.</summary>
    public (string Id, string Name)? File { get; init; }

    /// <summary>Gets the number of questions that were added to the knowledge graph.</summary>
    public int Added => Volatile.Read(ref _added);

    public void CountAdded() => Interlocked.Increment(ref _added);
}

/// <summary>A question that an extraction found.</summary>
internal sealed record ExtractedQuestion(string Id, string Question, string Answer);
