using FsCheck;
using FsCheck.Fluent;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// Whatever happens to the attempts, a call reports its outcome truthfully, nothing is applied twice, and no window is exceeded.
/// </summary>
public sealed class FaultPlanTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private static readonly RateLimitWindow[] Windows = [new(4, 30), new(9, 120)];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    [Fact]
    public void Each_call_tells_the_truth() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Fuzz.Cases).WithEndSize(150),
            Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static bytes => RunAsync(FaultPlan.Read(bytes)).GetAwaiter().GetResult())
        );

    [Fact]
    public async Task A_plan_of_every_fault_for_every_verb_tells_the_truth()
    {
        // Without relying on chance to cover each kind.
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            var step = new FaultPlan.Step(kind, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), 20);
            await RunAsync(
                new FaultPlan([
                    new FaultPlan.Call(0, Idempotent: false, OtherBot: false, null, TimeSpan.Zero, [step]),
                    new FaultPlan.Call(1, Idempotent: true, OtherBot: false, null, TimeSpan.Zero, [step, step]),
                    new FaultPlan.Call(2, Idempotent: true, OtherBot: true, null, TimeSpan.Zero, [step, step, step, step, step]),
                ])
            );
        }
    }

    private static async Task RunAsync(FaultPlan plan)
    {
        var clock = new ManualClock();
        using var platform = new FaultyPlatform(plan, clock);
        using var http = new HttpClient(platform) { Timeout = Timeout.InfiniteTimeSpan };
        using var connection = new ApiConnection(
            new KoreXoClientOptions
            {
                Endpoint = new Uri("https://platform.example.com"),
                Credential = new JwtCredential("cs-1", Secret) { TimeProvider = clock },
                TimeProvider = clock,
                AttemptTimeout = TimeSpan.FromSeconds(15),
                TotalTimeout = TimeSpan.FromSeconds(70),
            },
            http
        );
        var ends = Task.WhenAll(plan.Calls.Select(call => EndAsync(connection, call, clock)));
        await clock.PassQuicklyAsync(ends);
        foreach (var (call, fault) in plan.Calls.Zip(await ends))
        {
            Judge(platform, call, fault);
        }

        Assert.All(Windows, window => Assert.InRange(platform.MostWithin(TimeSpan.FromSeconds(window.Seconds)), 0, window.Calls));
        Assert.InRange(clock.GetUtcNow() - new ManualClock().GetUtcNow(), TimeSpan.Zero, Longest);
    }

    private static async Task<Exception?> EndAsync(ApiConnection connection, FaultPlan.Call call, ManualClock clock)
    {
        await Task.Delay(call.Start, clock, CancellationToken.None);
        using var cancel = call.CancelAfter is { } time ? new CancellationTokenSource(time, clock) : new CancellationTokenSource();
        var operation = new OperationDescriptor(TestApi.Api, "act", call.Idempotent ? HttpMethod.Put : HttpMethod.Post, "/things")
        {
            Idempotent = call.Idempotent,
            Scopes = [],
            RateLimit = new RateLimit("bot", Documented: true, Windows),
        };
        var request = new OperationRequest(operation, $"/things?{call.Id}")
        {
            RateKey = call.OtherBot ? "b-2" : "b-1",
            Body = JsonBody.Create(new Thing { Name = "a" }, ThingCodec.Instance),
        };
        var fault = await Record.ExceptionAsync(() => connection.SendAsync(request, ThingCodec.Instance, null, cancel.Token));
        Assert.True(
            fault is not OperationCanceledException cancelled
                || (cancel.IsCancellationRequested && cancelled.CancellationToken == cancel.Token)
        );
        return fault;
    }

    private static void Judge(FaultyPlatform platform, FaultPlan.Call call, Exception? fault)
    {
        var effects = platform.Effects(call);
        Assert.True(call.Idempotent || effects <= 1, $"call {call.Id} was applied {effects} times");
        Assert.InRange(platform.Attempts(call), 0, 5);
        switch (fault)
        {
            case null:
                Assert.True(effects >= 1, $"call {call.Id} is reported as applied, but was not");
                break;
            case KoreXoException failure:
                Assert.True(
                    failure.MayHaveBeenApplied || effects == 0,
                    $"call {call.Id} is reported as not applied, but was: {failure.Message}"
                );
                Assert.Equal(platform.Attempts(call), failure.Attempts);
                Assert.False(
                    failure.InnerException is NullReferenceException or InvalidOperationException,
                    $"call {call.Id} ended with {failure}"
                );
                break;
            default:
                Assert.True(fault is OperationCanceledException, $"call {call.Id} ended with {fault}");
                break;
        }
    }
}
