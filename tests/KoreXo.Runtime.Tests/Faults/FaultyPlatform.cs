using System.Net;
using System.Text;

namespace KoreXo.Runtime.Tests;

/// <summary>An in-memory server that records the truth: when each attempt arrived, and how often each call was applied.</summary>
internal sealed class FaultyPlatform(FaultPlan plan, ManualClock clock) : HttpMessageHandler
{
    private readonly object _gate = new();
    private readonly int[] _attempts = new int[plan.Calls.Count];
    private readonly int[] _effects = new int[plan.Calls.Count];
    private readonly List<(bool OtherBot, DateTimeOffset At)> _arrivals = [];

    public int Effects(FaultPlan.Call call) => Volatile.Read(ref _effects[call.Id]);

    public int Attempts(FaultPlan.Call call) => Volatile.Read(ref _attempts[call.Id]);

    /// <summary>Gets the most requests of one bot that arrived within any window of the given length.</summary>
    public int MostWithin(TimeSpan window)
    {
        lock (_gate)
        {
            return _arrivals.Count == 0
                ? 0
                : _arrivals.Max(last =>
                    _arrivals.Count(first => first.OtherBot == last.OtherBot && first.At <= last.At && first.At > last.At - window)
                );
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = plan.Calls[int.Parse(request.RequestUri!.Query[1..], System.Globalization.CultureInfo.InvariantCulture)];
        var attempt = Interlocked.Increment(ref _attempts[call.Id]) - 1;
        var step = attempt < call.Steps.Count ? call.Steps[attempt] : FaultPlan.Step.Good;
        if (step.Kind == FaultKind.Unreachable)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        }

        await Task.Delay(step.There, clock, cancellationToken);
        Arrive(call, step.Kind);
        if (step.Kind is FaultKind.HangBeforeEffect or FaultKind.HangAfterEffect)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
        }

        await Task.Delay(step.Back, clock, cancellationToken);
        return Answer(step);
    }

    private void Arrive(FaultPlan.Call call, FaultKind kind)
    {
        lock (_gate)
        {
            _arrivals.Add((call.OtherBot, clock.GetUtcNow()));
            if (
                kind
                is FaultKind.None
                    or FaultKind.ResetAfterEffect
                    or FaultKind.ErrorAfterEffect
                    or FaultKind.TruncatedAfterEffect
                    or FaultKind.HangAfterEffect
            )
            {
                _effects[call.Id]++;
            }
        }
    }

    private static HttpResponseMessage Answer(FaultPlan.Step step) =>
        step.Kind switch
        {
            FaultKind.ResetBeforeEffect or FaultKind.ResetAfterEffect => throw new HttpRequestException(
                HttpRequestError.ResponseEnded,
                "reset"
            ),
            FaultKind.ErrorBeforeEffect or FaultKind.ErrorAfterEffect => Make(500),
            FaultKind.RequestTimeout => Make(408),
            FaultKind.NotFound => Make(404),
            FaultKind.TooManyRequests => Make(429),
            FaultKind.TooManyRequestsWithTime => Make(429, retryAfter: step.Seconds),
            FaultKind.MinuteInSuccess => Make(200, """{"errors":[{"msg":"per-minute rate limit reached"}]}"""),
            FaultKind.HourInError => Make(400, """{"errors":[{"msg":"hourly rate limit reached"}]}"""),
            FaultKind.StaleToken => Make(401),
            FaultKind.UnavailableWithTime => Make(503, retryAfter: step.Seconds),
            FaultKind.ErrorInSuccess => Make(200, """{"errors":[{"msg":"no such bot","code":404}]}"""),
            FaultKind.Redirect => Make(302),
            FaultKind.TruncatedAfterEffect => Make(200, "{\"name\":\"a"),
            _ => Make(200),
        };

    private static HttpResponseMessage Make(int status, string body = """{"name":"a"}""", int? retryAfter = null)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (retryAfter is { } seconds)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return response;
    }
}
