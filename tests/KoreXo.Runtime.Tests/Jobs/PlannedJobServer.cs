using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Runtime.Tests;

/// <summary>An in-memory server that runs one job as planned.</summary>
internal sealed class PlannedJobServer(JobPlan plan, ManualClock clock) : HttpMessageHandler
{
    public int Starts { get; private set; }

    public int Polls { get; private set; }

    /// <summary>Gets when the client first polled sooner after a rate limit response than the server had asked for.</summary>
    public DateTimeOffset? HurriedAt { get; private set; }

    private DateTimeOffset _notBefore;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post)
        {
            Starts++;
            return Answer("""{"_id":"r1"}""");
        }

        Assert.Equal("/jobs/r1", request.RequestUri!.AbsolutePath);
        HurriedAt ??= clock.GetUtcNow() < _notBefore ? clock.GetUtcNow() : null;
        var step = plan.Steps[Math.Min(Polls++, plan.Steps.Count - 1)];
        switch (step.Kind)
        {
            case JobPlan.Kind.Late:
                // As .NET's client times out. A limit of the client's own would expire at random on a clock that runs ahead.
                await Task.Delay(TimeSpan.FromSeconds(100), clock, cancellationToken);
                throw new TaskCanceledException("too late", new TimeoutException());
            case JobPlan.Kind.HungUp:
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "hung up");
            case JobPlan.Kind.Unavailable:
                return Answer("", HttpStatusCode.ServiceUnavailable);
            case JobPlan.Kind.TooManyRequests:
                _notBefore = clock.GetUtcNow().AddSeconds(step.Seconds);
                return Answer("", HttpStatusCode.TooManyRequests, step.Seconds);
            case JobPlan.Kind.NotFound:
                return Answer("", HttpStatusCode.NotFound);
            case JobPlan.Kind.Broken:
                return Answer("""{"run":"r1","parts":[{"status":"success""");
            default:
                var parts = step.States.Select(static state =>
                    (JsonNode)(state is null ? new JsonObject() : new JsonObject { ["status"] = state })
                );
                return Answer(
                    new JsonObject
                    {
                        ["run"] = step.Kind == JobPlan.Kind.OtherRun ? "r0" : "r1",
                        ["parts"] = new JsonArray([.. parts]),
                    }.ToJsonString()
                );
        }
    }

    private static HttpResponseMessage Answer(string body, HttpStatusCode status = HttpStatusCode.OK, int? retryAfter = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (retryAfter is { } seconds)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", seconds.ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }
}
