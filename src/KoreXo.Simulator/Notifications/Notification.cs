namespace KoreXo.Simulator.Notifications;

/// <summary>A proactive notification: its recipients, and the outcome for each.</summary>
internal sealed class Notification(string channel, IReadOnlyList<string> recipients)
{
    public string Channel { get; } = channel;

    public IReadOnlyList<string> Recipients { get; } = recipients;

    /// <summary>Gets or sets the outcomes in the order of the recipients; empty while it is being sent.</summary>
    public IReadOnlyList<NotificationOutcome> Outcomes { get; set; } = [];

    public string FinalState
    {
        get
        {
            var delivered = Outcomes.Count(outcome => outcome.IsDelivered);
            if (delivered == Outcomes.Count)
            {
                return "SUCCESS";
            }

            return delivered == 0 ? "FAILURE" : "PARTIAL_SUCCESS";
        }
    }
}

/// <summary>The outcome of a notification for one recipient.</summary>
internal sealed record NotificationOutcome(string Id, string Recipient, bool IsDelivered, string? UserId, string? MessageId);
