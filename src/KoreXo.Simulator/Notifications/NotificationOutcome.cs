namespace KoreXo.Simulator.Notifications;

/// <summary>The outcome of a notification for one recipient.</summary>
internal sealed record NotificationOutcome(string Id, string Recipient, bool IsDelivered, string? UserId, string? MessageId);
