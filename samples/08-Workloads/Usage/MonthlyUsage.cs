namespace Workloads.Usage;

/// <summary>What some bots used in a month.</summary>
internal sealed record MonthlyUsage(DateOnly Month, IReadOnlyList<LlmUsage> Llm, IReadOnlyList<BillingUsage> Billing);
