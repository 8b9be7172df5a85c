namespace Workloads.Usage;

/// <summary>The billing sessions of a bot on a channel in a month.</summary>
internal sealed record BillingUsage(string Bot, string Type, string Channel, long Sessions);
