namespace KoreXo.Simulator.Notifications;

/// <summary>A proactive notification: who receives it, and what became of it for each of them.</summary>
internal sealed class Notification(string channel, IReadOnlyList<string> recipients)
{
    public string Channel { get; } = channel;

    public IReadOnlyList<string> Recipients { get; } = recipients;

    /// <summary>One outcome for each recipient, in their order; none while it is being sent.</summary>
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
