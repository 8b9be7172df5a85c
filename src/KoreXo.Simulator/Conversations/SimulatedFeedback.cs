namespace KoreXo.Simulator;

/// <summary>A response to a feedback survey of a simulated bot.</summary>
/// <param name="Id">The id of the response.</param>
/// <param name="BotId">The id of the bot.</param>
/// <param name="Survey">The name of the survey.</param>
/// <param name="SurveyType">The kind of survey: <c>THUMB</c>, <c>NPS</c> or <c>CSAT</c>.</param>
/// <param name="Score">The score.</param>
/// <param name="Channel">The channel.</param>
/// <param name="ChannelUserId">The identity of the user on the channel.</param>
/// <param name="Language">The code of the language.</param>
/// <param name="CreatedOn">The time when the response was saved.</param>
public sealed record SimulatedFeedback(
    string Id,
    string BotId,
    string Survey,
    string SurveyType,
    double Score,
    string Channel,
    string ChannelUserId,
    string Language,
    DateTimeOffset CreatedOn
)
{
    internal string UserId => "u-" + Id;

    /// <summary>Returns the id.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;
}
