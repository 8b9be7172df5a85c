namespace Workloads.Notifications;

/// <summary>What to send, and to whom.</summary>
internal sealed record NotificationSettings
{
    /// <summary>The largest number of recipients that the platform accepts in one call.</summary>
    public const int MaxBatchSize = 1000;

    public required string BotId { get; init; }

    /// <summary>Gets the channel: <c>msteams</c> or <c>slack</c>.</summary>
    public required string Channel { get; init; }

    public required string Message { get; init; }

    /// <summary>Gets the recipients. Those that are listed more than once are notified once.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>Gets the number of recipients in one call: so many are in doubt if its response is lost.</summary>
    public int BatchSize { get; init; } = 100;
}
