using System.Text;
using KoreXo.Package.Tests.Programs.Truth;
using Xunit.Abstractions;

namespace KoreXo.Package.Tests.Programs.Oracle;

/// <summary>
/// Programs are run against the simulated platform, and what each entry point calls is compared with what <c>korexo scopes why</c> lists
/// for it: nothing may be observed that is not listed.
/// </summary>
[Collection(ProgramGroup.Name)]
public sealed class OracleTests(
    TravelSolution travel,
    SampleSolution samples,
    ProgramProject programs,
    ProgramReport report,
    ITestOutputHelper output
)
{
    /// <summary>Each route of the web app but those of the controller, which are called by their verbs below.</summary>
    private static readonly string[] Routes =
    [
        "sessions/count",
        "sessions/today",
        "sessions/errors/ada",
        "sessions/transcript/ada",
        "sessions/health",
        "sessions/changes",
        "engagement?day=2030-01-01",
        "inventory",
        "backups/publish",
    ];

    [Fact]
    public async Task Each_route_worker_and_command_of_three_programs_calls_only_what_is_listed()
    {
        var why = await report.CreateAsync(travel, samples, programs);
        var score = new OracleScore(why);

        score.Add("Travel.Web", await ServeAsync());
        score.Add("Travel.Pipeline", await RunCommandsAsync());
        score.Add("Travel.Fakes", await RunTestsAsync());

        var unseen = why
            .Entries.Where(static entry =>
                entry.Project.StartsWith("Travel.", StringComparison.Ordinal)
                && entry.Operations.Count > 0
                && entry.Kind is "main" or "route" or "middleware" or "hostedService"
            )
            .Except(score.Observed);
        Report(score);
        Assert.Empty(unseen.Select(static entry => entry.Title));
    }

    [Fact]
    public async Task The_samples_call_only_what_is_listed()
    {
        var score = new OracleScore(await report.CreateAsync(travel, samples, programs));
        var stranger = await samples.BuildAsync();
        await using var account = await ObservedAccount.StartAsync(travel.Observer);
        var variables = account.Account.Variables;
        var (fleet, work) = SampleSolution.IsObserved("07-FleetExport")
            ? await ObservedFleet.StartAsync(account, SampleSolution.Program(stranger, "07-FleetExport"))
            : (null, []);
        await using var engine = fleet;
        if (fleet is not null && work.Length == 0)
        {
            output.WriteLine("07-FleetExport was not run: PostgreSQL is not installed ('apt-get install postgresql').");
        }

        (string Folder, string[] Arguments)[] runs =
        [
            ("01-Quickstart", []),
            ("02-BotPipeline", []),
            ("03-AnalyticsExport", ["--sessions", "200", "--page", "100"]),
            ("04-UserAdmin", ["--apply", "yes"]),
            ("05-DataTables", ["--rows", "500"]),
            (
                "06-MissingScope",
                [variables["XO_ENDPOINT"], variables["XO_BOT"], variables["XO_PLATFORM_ID"], variables["XO_PLATFORM_SECRET"]]
            ),
            .. work.Length > 0 ? [("07-FleetExport", work)] : Array.Empty<(string, string[])>(),
        ];

        var idle = 0;
        var all = runs.Concat(WorkloadRuns.Prepare(account.Account));
        foreach (var (folder, arguments) in all.Where(static run => SampleSolution.IsObserved(run.Folder)))
        {
            variables["OBSERVED"] = Path.Combine(account.Account.Folder, $"{folder} {arguments.FirstOrDefault()}".Replace('/', '-'));
            var ended = await account.RunAsync([SampleSolution.Program(stranger, folder), .. arguments]);
            var observed = Observation.Read(variables["OBSERVED"]);
            output.WriteLine($"{folder} {arguments.FirstOrDefault()}: {observed.Count} calls{(observed.Count == 0 ? ended.Output : "")}");
            idle += observed.Count == 0 ? 1 : 0;
            score.Add(SampleSolution.Projects[folder], observed);
        }

        Report(score);
        Assert.Equal(0, idle);
    }

    [Fact]
    public async Task Small_programs_call_only_what_is_listed()
    {
        var score = new OracleScore(await report.CreateAsync(travel, samples, programs));
        await using var account = await ObservedAccount.StartAsync(travel.Observer);
        account.Account.Platform.AddTable("Stock");
        var (first, last) = ("2030-01-01", "2030-01-31");
        string[][] runs =
        [
            ["AddLanguage", "de"],
            ["LlmUsage", first, last],
            ["AuditTrail", first, last],
            ["ExportBackup", "start"],
            ["TypedRows"],
            ["Worker"],
        ];

        foreach (var run in runs)
        {
            await programs.RunAsync(account.Account, run[0], run[1..]);
        }

        score.Add("Programs", account.Observations);
        Report(score);
    }

    private async Task<IReadOnlyList<Observation>> ServeAsync()
    {
        await using var account = await ObservedAccount.StartAsync(travel.Observer);
        var (process, client) = await account.ServeAsync(travel.Program("Web"));
        await using var ended = process;
        using var http = client;
        http.DefaultRequestHeaders.Add("X-Engagement", "wanted");
        foreach (var route in Routes)
        {
            using var response = await http.GetAsync(new Uri(route, UriKind.Relative));
            output.WriteLine($"{route}: {response.StatusCode}");
        }

        foreach (var route in new[] { "intent", "alarm", "training", "backups", "backups/publish" })
        {
            using var question = new StringContent("""{ "text": "welcome" }""", Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri(route, UriKind.Relative), question);
            output.WriteLine($"POST {route}: {response.StatusCode}");
        }

        using var deleted = await http.DeleteAsync(new Uri("backups/languages/de", UriKind.Relative));
        return account.Observations;
    }

    private async Task<IReadOnlyList<Observation>> RunCommandsAsync()
    {
        await using var account = await ObservedAccount.StartAsync(travel.Observer);
        account.Account.Platform.AddTable("Archive");
        account.Account.Platform.AddTable("Log");
        string[][] commands =
        [
            ["release"],
            ["report"],
            ["users", "ada@example.com"],
            ["rows", "Ada", "Grace"],
            ["watch"],
        ];
        foreach (var command in commands)
        {
            (await account.RunAsync([travel.Program("Pipeline"), .. command])).Succeeded();
        }

        return account.Observations;
    }

    private async Task<IReadOnlyList<Observation>> RunTestsAsync()
    {
        await using var account = await ObservedAccount.StartAsync(travel.Observer);
        account.Account.Variables.Remove("DOTNET_STARTUP_HOOKS");
        var tests = travel.Program("Fakes");
        string[] command =
        [
            "exec",
            "--runtimeconfig",
            Path.ChangeExtension(tests, "runtimeconfig.json"),
            "--depsfile",
            Path.ChangeExtension(tests, "deps.json"),
            travel.Observer,
            tests,
        ];
        (await account.RunAsync(command)).Succeeded();
        return account.Observations;
    }

    private void Report(OracleScore score)
    {
        output.WriteLine(score.ToString());
        Assert.Empty(score.Missed);
        Assert.NotEmpty(score.Observed);
    }
}
