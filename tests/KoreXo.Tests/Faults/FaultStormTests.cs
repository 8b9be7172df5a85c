using FsCheck;
using FsCheck.Fluent;

namespace KoreXo.Tests.Faults;

/// <summary>
/// Whatever goes wrong on the simulated platform, what a call of the SDK says of its end is the truth, nothing is done twice, and no
/// window is exceeded.
/// </summary>
public sealed class FaultStormTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    [Fact]
    public void Each_call_tells_the_truth() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Fuzz.Cases).WithEndSize(100),
            Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                static bytes => RunAsync(StormPlan.Read(bytes, FaultScene.Elsewhere)).GetAwaiter().GetResult()
            )
        );

    [Fact]
    public async Task Each_fault_at_each_operation_leaves_the_truth_to_be_told()
    {
        // Without relying on chance that each pair is seen.
        foreach (var fault in StormPlan.Kinds(FaultScene.Elsewhere))
        {
            var calls = Enum.GetValues<CallKind>()
                .Select((kind, index) => new PlannedCall(index, kind, TimeSpan.FromSeconds(index * 40), CancelAfter: null))
                .ToList();
            await RunAsync(new StormPlan(calls, [.. calls.Select(_ => new[] { fault, fault })]));
        }
    }

    private static async Task RunAsync(StormPlan plan)
    {
        // The quick clock may run ahead of a busy machine; only one that waits for continuations can say how long the calls take.
        if (await JudgeAsync(plan, FakeTime.PassQuicklyAsync) > Longest)
        {
            Assert.InRange(await JudgeAsync(plan, FakeTime.PassAsync), TimeSpan.Zero, Longest);
        }
    }

    private static async Task<TimeSpan> JudgeAsync(StormPlan plan, Func<ManualClock, Task, Task> pass)
    {
        await using var scene = await FaultScene.StartAsync();
        scene.Platform.Faults = plan.ToFaults();
        var begin = scene.Clock.GetUtcNow();
        var ends = Task.WhenAll(plan.Calls.Select(call => EndAsync(scene, call)));
        await pass(scene.Clock, ends);

        foreach (var (call, end) in plan.Calls.Zip(await ends))
        {
            Judge(scene, call, end, plan);
        }

        Assert.All(
            scene.Platform.RateLimits,
            quota =>
                Assert.True(
                    quota.Refused == 0,
                    $"{quota}\n{plan}\n{string.Join('\n', scene.Platform.Requests.Select(request => $"{request.ReceivedAt:mm:ss.fff} {request} {request.Fault}"))}"
                )
        );
        return scene.Clock.GetUtcNow() - begin;
    }

    private static async Task<Exception?> EndAsync(FaultScene scene, PlannedCall call)
    {
        await Task.Delay(call.Start, scene.Clock, CancellationToken.None);
        using var cancel = call.CancelAfter is { } time ? new CancellationTokenSource(time, scene.Clock) : new CancellationTokenSource();
        var fault = await Record.ExceptionAsync(() => call.RunAsync(scene.Client, scene, new ResponseDetails(), cancel.Token));
        Assert.True(
            fault is not OperationCanceledException cancelled
                || (cancel.IsCancellationRequested && cancelled.CancellationToken == cancel.Token),
            $"{fault}"
        );
        return fault;
    }

    /// <summary>
    /// Whether the numbers of the failures go up by one. Only an attempt that ran out of time before it was sent has the number of the
    /// one before, and so may the last failure, which may come before another attempt.
    /// </summary>
    private static bool EachAttemptIsCounted(KoreXoException failure)
    {
        var sent = 0;
        foreach (var earlier in failure.EarlierFailures)
        {
            if (earlier.Attempts != sent + 1 && !(earlier.Attempts == sent && earlier is KoreXoTimeoutException))
            {
                return false;
            }

            sent = earlier.Attempts;
        }

        return failure.Attempts == sent || failure.Attempts == sent + 1;
    }

    private static void Judge(FaultScene scene, PlannedCall call, Exception? end, StormPlan plan)
    {
        var mark = call.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var requests = scene.Platform.Requests.Where(request => request.Headers[PlannedCall.Mark][0] == mark).ToList();
        var applied = requests.Count(request => request.IsApplied);
        var told = $"{call}: {applied} of {requests.Count} applied, end {end}\n{plan}";
        Assert.True(call.MayBeRepeated || applied <= 1, told);
        switch (end)
        {
            case null:
                Assert.True(applied >= 1, told);
                break;
            case KoreXoException failure:
                Assert.True(failure.MayHaveBeenApplied || applied == 0, told);
                Assert.True(failure.Attempts >= requests.Count, told); // one that was given up on its way has not arrived
                Assert.True(
                    failure.Attempts == requests.Count
                        || failure is KoreXoTimeoutException
                        || failure.EarlierFailures.Any(earlier => earlier is KoreXoTimeoutException),
                    told
                );
                Assert.True(EachAttemptIsCounted(failure), told);
                break;
            default:
                Assert.True(end is OperationCanceledException, told);
                break;
        }
    }
}
