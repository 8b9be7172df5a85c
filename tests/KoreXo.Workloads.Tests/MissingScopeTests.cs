using KoreXo.Simulator;
using Workloads;
using Workloads.MissingScopes;

namespace KoreXo.Workloads;

public sealed class MissingScopeTests
{
    private static readonly string[] Operations = ["listSessions", "listBillingSessions", "listChangeLogs", "getLinkedApps"];

    [Theory]
    [InlineData(Weather.Fair)]
    [InlineData(Weather.Storm)]
    public async Task What_is_reported_as_missing_is_what_the_platform_rejects(Weather weather)
    {
        await using var scene = await Scene.StartAsync();
        var bot = scene.Platform.AddBot("Travel");
        var manifest = new ScopeManifest("travel", [new("platform", ["Bot Sessions", "Logs History"])]);
        using var xo = scene.Connect(AppKind.Platform, manifest.Credentials["platform"]);
        scene.Break(weather);
        using var preflight = new ScopePreflight(manifest);

        var missing = CalledOperations
            .ByName(Operations)
            .Select(preflight.Evaluate)
            .Where(static verdict => !verdict.IsGranted)
            .Select(static verdict => verdict.Method.Name);

        Assert.DoesNotContain(scene.Platform.Requests, static request => request.OperationId is not null);
        var now = scene.Clock.GetUtcNow();
        var rejected = new[]
        {
            await RejectedAsync("ListSessionsAsync", () => xo.Analytics.ListSessionsAsync(bot.Id).FirstOrDefaultAsync().AsTask()),
            await RejectedAsync(
                "ListBillingSessionsAsync",
                () =>
                    xo.Analytics.ListBillingSessionsAsync(bot.Id, new() { From = now.AddDays(-1), To = now }).FirstOrDefaultAsync().AsTask()
            ),
            await RejectedAsync("ListChangeLogsAsync", () => xo.Analytics.ListChangeLogsAsync(bot.Id).FirstOrDefaultAsync().AsTask()),
            await RejectedAsync("GetLinkedAppsAsync", () => xo.BotDefinition.GetLinkedAppsAsync(bot.Id)),
        };
        Assert.Equal(rejected.Where(static name => name.Length > 0), missing);
    }

    [Fact]
    public void The_report_names_the_scopes_to_ask_for_on_each_credential()
    {
        var manifest = new ScopeManifest("travel", [new("platform", ["Bot Sessions"])]);
        var lines = new List<string>();

        var missing = MissingScopesCommand.Report(manifest, CalledOperations.ByName(["listSessions", "findIntent"]), lines.Add);

        Assert.Equal(1, missing);
        Assert.Equal(
            [
                "missing  AnalyticsClient.FindIntentAsync  Intent and Entity Detection (platform) or Intent Identification > Intent and Entity Detection (admin)",
                "granted  AnalyticsClient.ListSessionsAsync  Bot Sessions (platform)",
                "travel: 2 methods, 1 without a scope that they require",
            ],
            lines
        );
    }

    [Fact]
    public void A_scope_on_single_tables_is_granted_for_these_only()
    {
        ResourceGrant[] grants = [new("data", "Contacts", ["Read access to the Data Table"])];
        using var preflight = new ScopePreflight(new ScopeManifest("travel", [], grants));

        var verdicts = CalledOperations.ByName(["listRows", "insertRow"]).Select(preflight.Evaluate);

        Assert.Equal(
            [(true, "Read access to the Data Table (data) on 'Contacts' only"), (false, "Write access to the Data Table (data)")],
            verdicts.Select(static verdict => (verdict.IsGranted, verdict.Scopes))
        );
    }

    [Fact]
    public void A_scope_that_the_manifest_has_on_another_credential_is_missing()
    {
        using var preflight = new ScopePreflight(new ScopeManifest("travel", [new("admin", ["Bot Sessions"])]));

        Assert.False(preflight.Evaluate(CalledOperations.ByName(["listSessions"]).Single()).IsGranted);
    }

    [Fact]
    public void A_scope_by_its_other_name_is_granted()
    {
        using var preflight = new ScopePreflight(new ScopeManifest("travel", [new("platform", ["Fetch Gen AI and LLM Usage Logs"])]));

        Assert.True(preflight.Evaluate(CalledOperations.ByName(["listLlmUsageLogs"]).Single()).IsGranted);
    }

    [Fact]
    public void A_compiled_program_is_examined_without_its_sources()
    {
        var calls = CalledOperations.ByAssembly(typeof(Connection).Assembly.Location).Select(static method => method.Name);

        Assert.Superset(
            new HashSet<string>(
                [
                    "ListRowsAsync",
                    "InsertRowsAsync",
                    "DeleteRowsAsync",
                    "StartProactiveNotificationAsync",
                    "ResumeProactiveNotification",
                    "ListLlmUsageLogsAsync",
                    "ListBillingSessionsAsync",
                    "ListChangeLogsAsync",
                    "ListAdminConsoleAuditLogsAsync",
                ],
                StringComparer.Ordinal
            ),
            calls.ToHashSet(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void An_operation_that_does_not_exist_is_rejected() =>
        Assert.Contains(
            "korexo call --search listSesions",
            Assert.Throws<FormatException>(static () => CalledOperations.ByName(["listSesions"]).ToList()).Message,
            StringComparison.Ordinal
        );

    private static async Task<string> RejectedAsync<T>(string name, Func<Task<T>> call)
    {
        try
        {
            await call();
            return "";
        }
        catch (KoreXoForbiddenException)
        {
            return name;
        }
    }
}
