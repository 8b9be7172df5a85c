using KoreXo.Cli.Reports;
using KoreXo.Cli.Scopes;

namespace KoreXo.Cli.Tests.Reports;

/// <summary>The report for programs, member by member.</summary>
public sealed class JsonReportTests
{
    [Fact]
    public void An_app_has_what_it_holds_misses_and_does_not_use() =>
        Assert.Equal(
            """{"name":"bot","file":"src/App/bot.scopes.json","holds":[{"credential":"platform","scope":"files:read"},{"credential":"","scope":"users:*"},{"credential":"data","scope":"rows:read","resource":"Contacts"}],"missing":[{"credential":"data","scope":"rows:write","resource":"Contacts"}],"unused":[{"credential":"","scope":"users:*"}]}""",
            JsonReport.Build(ReportedSolution.Report)["apps"]![0]!.ToJsonString()
        );

    [Fact]
    public void A_call_has_its_place_its_needs_and_its_state_in_each_app()
    {
        var calls = JsonReport.Build(ReportedSolution.Report)["calls"]!;

        Assert.Equal(
            """{"member":"IFiles.GetAsync","file":"src/App/Program.cs","line":7,"column":13,"projects":["App"],"needs":[{"credential":"platform","scopes":["files:read"],"conditional":false}],"apps":[{"app":"bot","state":"held","credential":"platform","lacks":[]},{"app":"other","state":"suppressed","credential":null,"lacks":[]}]}""",
            calls[0]!.ToJsonString()
        );
        Assert.Equal(
            """[{"app":"bot","state":"missing","credential":null,"lacks":[{"credential":"data","scope":"rows:write","resource":"Contacts"}]}]""",
            calls[1]!["apps"]!.ToJsonString()
        );
    }

    [Fact]
    public void Libraries_have_each_name_once_and_each_grant() =>
        Assert.Equal(
            """[{"project":"Lib","needs":["a","b"],"grants":[{"credential":null,"scope":"a"},{"credential":"data","scope":"a","resource":"X"},{"credential":null,"scope":"b"}]}]""",
            JsonReport.Build(
                ReportedSolution.Empty with
                {
                    Libraries = [new("Lib", [new(null, "a"), new("data", "a", "X"), new(null, "b")])],
                }
            )["libraries"]!.ToJsonString()
        );

    [Fact]
    public void A_finding_without_a_file_has_neither_file_nor_line() =>
        Assert.Equal(
            """[{"id":"KXO1001","severity":"warning","message":"'ITables.PutAsync' needs 'rows:write'","file":"src/App/Program.cs","line":9},{"id":"KXO1020","severity":"info","message":"App 'bot' holds 'users:*' | <nothing> needs it","file":null,"line":null}]""",
            JsonText
                .Write(JsonReport.Build(ReportedSolution.Report)["findings"]!.DeepClone())
                .ReplaceLineEndings("")
                .Replace("  ", "", StringComparison.Ordinal)
                .Replace("\": ", "\":", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData(nameof(CallState.NothingNeeded), "nothingNeeded")]
    [InlineData(nameof(CallState.Held), "held")]
    [InlineData(nameof(CallState.Declared), "declared")]
    [InlineData(nameof(CallState.Guarded), "guarded")]
    [InlineData(nameof(CallState.Suppressed), "suppressed")]
    [InlineData(nameof(CallState.Missing), "missing")]
    public void A_state_keeps_its_name(string state, string expected)
    {
        var call = ReportedSolution.GetFile with { Verdicts = [new AppVerdict("bot", Enum.Parse<CallState>(state), null, [])] };

        Assert.Equal(
            expected,
            JsonReport.Build(ReportedSolution.Empty with { Calls = [call] })["calls"]![0]!["apps"]![0]!["state"]!.GetValue<string>()
        );
    }

    [Fact]
    public void An_empty_report_has_every_list() =>
        Assert.Equal(
            """{"name":"Empty.csproj","projects":["Empty"],"apps":[],"calls":[],"unknown":[],"libraries":[],"findings":[]}""",
            JsonReport.Build(ReportedSolution.Empty).ToJsonString()
        );
}
