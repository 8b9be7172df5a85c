namespace Workloads.Notifications;

/// <summary>What became of the notification of one recipient.</summary>
/// <param name="Recipient">The recipient, as in the list.</param>
/// <param name="IsDelivered">Whether the message was delivered; null if that is unknown.</param>
/// <param name="Reason">The platform's words, or why the outcome is unknown.</param>
internal sealed record Outcome(string Recipient, bool? IsDelivered, string Reason);
