using System.Text.Json.Nodes;
using KoreXo.OpenApi.Text;

namespace KoreXo.Simulator.Tests.Operations;

/// <summary>What holds for every operation that starts a job.</summary>
public sealed class JobTests : PlatformTest
{
    private SceneCallers _callers = null!;
    private Scene _scene = null!;

    public static TheoryData<string> Starts => [.. OperationLinks.OfPlatform.Jobs.Keys];

    protected override async Task PrepareAsync()
    {
        _callers = new SceneCallers(kind => As(Platform.AddAppWithAllScopes(kind)));
        _scene = await Scene.BuildAsync(Platform, Clock, _callers.Admin);
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task A_job_runs_for_two_polls_has_succeeded_at_the_third_and_stays_so(string id)
    {
        var (status, job) = await _scene.PlanStatusAsync(id, _callers);
        var caller = _callers.For(status.Operation);
        var states = new List<string>();
        for (var poll = 0; poll < 4; poll++)
        {
            var answer = await status.SendAsync(caller);
            AnswerCheck.Success(status.Operation, answer);
            states.Add(Classify(job, answer.Json));
        }

        Assert.Equal(["running", "running", "succeeded", "succeeded"], states);
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task A_job_that_nobody_started_is_not_found(string id)
    {
        var (status, _) = await _scene.PlanStatusAsync(id, _callers, isStarted: false);

        (await status.SendAsync(_callers.For(status.Operation))).Refusal(System.Net.HttpStatusCode.NotFound);
    }

    /// <summary>As the description of <c>x-job</c> says: states compare without case and separators, an empty list is not done.</summary>
    private static string Classify(SpecNode job, JsonNode answer)
    {
        var parts = job.String("state")!.Split("[]/");
        var states =
            parts.Length == 1
                ? [answer[parts[0].TrimStart('/')]!.GetValue<string>()]
                : answer[parts[0].TrimStart('/')]!.AsArray().Select(item => item![parts[1]]!.GetValue<string>()).ToList();
        if (states.Count > 0 && states.TrueForAll(state => IsOneOf(job, "succeeded", state)))
        {
            return "succeeded";
        }

        return states.TrueForAll(state => IsOneOf(job, "running", state)) ? "running" : string.Join(",", states);
    }

    private static bool IsOneOf(SpecNode job, string kind, string state) => job.Strings(kind).Any(known => Plain(known) == Plain(state));

    private static string Plain(string state) => string.Concat(state.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
