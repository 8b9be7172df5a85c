using KoreXo.Analytics;
using KoreXo.NlpTraining;
using Microsoft.Extensions.Options;

namespace Travel.Web;

internal static class IntentRoutes
{
    // Old clients asked for the engagement without a date.
    private const bool AnswersOldClients = false;

    public static void MapIntents(this IEndpointRouteBuilder routes)
    {
        // why: Intent and Entity Detection (platform) or Intent Identification > Intent and Entity Detection (admin)
        routes.MapPost(
            "/intent",
            static async (
                Question question,
                AnalyticsClient analytics,
                IOptions<WebSettings> settings,
                CancellationToken cancellationToken
            ) =>
            {
                var request = new FindIntentRequest { Input = question.Text, BotName = "Travel" };
                var found = await analytics.FindIntentAsync(settings.Value.Bot, request, cancellationToken: cancellationToken);
                return Results.Ok(found.Response);
            }
        );

        // why: Intent and Entity Detection (platform) or Intent Identification > Intent and Entity Detection (admin)
        // why: User Engagement Trend (platform)
        routes.MapPost(
            "/alarm",
            static (Question question, Alarm alarm, CancellationToken cancellationToken) =>
                alarm.RaiseAsync(question.Text, cancellationToken)
        );

        // why: Train ML (platform) or Test > Train ML & Train (admin)
        routes.MapPost("/training", TrainAsync);

        // why: User Engagement Trend (platform)
        routes.MapGet("/engagement", EngagementAsync);

        // why: Export Variables (platform)
        // why: Get linked App details (platform) or Getlinkedbotdetails (admin)
        routes.MapMethods("/inventory", [HttpMethods.Get], Inventory.GetAsync);
    }

    private static async Task<IResult> TrainAsync(
        NlpTrainingClient training,
        IOptions<WebSettings> settings,
        CancellationToken cancellationToken
    )
    {
        // Not granted everywhere; the manifest of the environment says where.
        var mayTrain = training.HoldsScopes("Train ML") || training.HoldsScopes("Test > Train ML & Train");
        if (!mayTrain)
        {
            return Results.StatusCode(StatusCodes.Status501NotImplemented);
        }

        var job = await training.StartMlTrainingAsync(settings.Value.Bot, cancellationToken: cancellationToken);
        return Results.Accepted(value: job.ResumeToken);
    }

    private static async Task<IResult> EngagementAsync(
        DateOnly? day,
        AnalyticsClient analytics,
        IOptions<WebSettings> settings,
        CancellationToken cancellationToken
    )
    {
        if (day is not { } start)
        {
            if (AnswersOldClients)
            {
                // Never runs, so it needs nothing.
                return Results.Ok(
                    await analytics.GetWidgetAsync(
                        settings.Value.Bot,
                        "users",
                        "today",
                        default,
                        default,
                        cancellationToken: cancellationToken
                    )
                );
            }

            return Results.BadRequest();
        }

        var trend = await analytics.GetUserEngagementTrendAsync(settings.Value.Bot, start, start, cancellationToken: cancellationToken);
        return Results.Ok(trend.TotalResults);
    }

    internal sealed record Question(string Text);
}
