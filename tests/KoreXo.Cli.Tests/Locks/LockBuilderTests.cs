using KoreXo.Cli.Graphs;
using KoreXo.Cli.Locks;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Scopes;
using KoreXo.Cli.Why;

namespace KoreXo.Cli.Tests.Locks;

/// <summary>Which alternative of a call an app uses, and so has in its lock.</summary>
public sealed class LockBuilderTests
{
    private static readonly WhyPlace Place = new("Program.cs", 3, 5);
    private static readonly ReportedNeed Platform = new("platform", ["export"], IsConditional: false);
    private static readonly ReportedNeed Admin = new("admin", ["bots", "export"], IsConditional: false);
    private static readonly ReportedNeed Sometimes = new("platform", ["publish"], IsConditional: true);

    [Theory]
    [InlineData("Held", "admin", "admin bots|admin export")]
    [InlineData("Held", "platform", "platform export")]
    [InlineData("Missing", null, "platform export")]
    [InlineData("Suppressed", null, "platform export")]
    [InlineData("Guarded", null, "")]
    [InlineData("Declared", null, "")]
    [InlineData("NothingNeeded", null, "")]
    public void The_credential_of_the_verdict_decides(string state, string? credential, string expected) =>
        Assert.Equal(expected, Scopes(new AppVerdict("bot", Enum.Parse<CallState>(state), credential, [])));

    [Theory]
    [InlineData("admin:bots,admin:export", "admin bots|admin export")]
    [InlineData("admin:bots", "platform export")]
    [InlineData(":bots,:export", "platform export")]
    [InlineData("", "platform export")]
    public void Without_one_what_the_manifest_grants_decides(string granted, string expected) =>
        Assert.Equal(
            expected,
            Scopes(
                new AppVerdict("bot", CallState.Held, null, []),
                [
                    .. granted
                        .Split(',', StringSplitOptions.RemoveEmptyEntries)
                        .Select(static grant => new ScopeOnCredential(grant.Split(':')[0], grant.Split(':')[1])),
                ]
            )
        );

    [Fact]
    public void What_is_missing_decides_where_nothing_is_granted() =>
        Assert.Equal(
            "admin bots|admin export",
            Scopes(new AppVerdict("bot", CallState.Missing, null, [new ScopeOnCredential("admin", "bots")]))
        );

    [Fact]
    public void An_entry_point_has_each_path_once_and_a_call_that_none_reaches_has_none()
    {
        var call = Call(Platform);
        var report = Report([new AppVerdict("bot", CallState.Held, "platform", [])], [], Platform);
        var why = new WhyReport(
            "App.csproj",
            ["App"],
            [
                new(EntryPointKind.Route, "GET /", "App", Place, [], [call, call], []),
                new(
                    EntryPointKind.Main,
                    "Main",
                    "App",
                    Place,
                    [],
                    [],
                    [new("Vendor.Run", Place, [new(null, "mail")], [new("Main", Place)])]
                ),
            ],
            [call]
        );

        var app = Assert.Single(LockBuilder.Build(report, why).Apps);

        Assert.Equal(
            ["export: GET / [Handler > Bots.ExportAsync]", "mail: Main [Main > Vendor.Run]"],
            app.Scopes.SelectMany(static scope =>
                scope.Entries.Select(entry => $"{scope.Scope.Scope}: {entry.Title} [{string.Join(", ", entry.Calls)}]")
            )
        );
    }

    [Fact]
    public void Calls_without_any_app_are_an_error() =>
        Assert.Equal(
            "App.csproj calls scoped APIs, but has no manifest that names an app. Run korexo scopes init first.",
            Assert
                .Throws<CommandException>(() =>
                    LockBuilder.Build(Report([], [], Platform) with { Apps = [] }, new WhyReport("App.csproj", [], [], []))
                )
                .Message
        );

    private static string Scopes(AppVerdict verdict, params ScopeOnCredential[] holds)
    {
        var why = new WhyReport("App.csproj", ["App"], [], [Call(Sometimes, Platform, Admin)]);
        var app = Assert.Single(LockBuilder.Build(Report([verdict], holds, Sometimes, Platform, Admin), why).Apps);
        return string.Join('|', app.Scopes.Select(static scope => $"{scope.Scope.Credential} {scope.Scope.Scope}"));
    }

    private static WhyCall Call(params ReportedNeed[] needs) => new("Bots.ExportAsync", Place, needs, [new WhyStep("Handler", Place)]);

    private static ScopeReport Report(AppVerdict[] verdicts, ScopeOnCredential[] holds, params ReportedNeed[] needs) =>
        new(
            "App.csproj",
            ["App"],
            [new("bot", "bot.scopes.json", holds, [], [])],
            [new("Bots.ExportAsync", Place.File, Place.Line, Place.Column, ["App"], needs, verdicts)],
            [],
            [],
            []
        );
}
