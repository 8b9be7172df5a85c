namespace Workloads.Usage;

/// <summary>The requests of a bot's feature to a language model in a month.</summary>
internal sealed record LlmUsage(
    string Bot,
    string Model,
    string Feature,
    long Requests,
    long Failed,
    long RequestTokens,
    long ResponseTokens,
    long Milliseconds
);
