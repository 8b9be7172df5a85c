using KoreXo.Cli.Scopes;
using KoreXo.Cli.Tests.Solutions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Cli.Tests.Scopes;

/// <summary>What the analyzers find in one project, whatever the project says about them.</summary>
public sealed class ProjectScanTests
{
    private const string Writes = "class P { Task A(IFiles f) => f.PutAsync(null!); static void Main() { } }";

    [Fact]
    public async Task Only_an_app_that_has_more_than_it_needs_looks_into_what_it_references()
    {
        using var solution = new MemorySolution()
            .Library("Lib")
            .File("Lib/L.cs", "public class L { public Task A(IFiles f) => f.GetAsync(\"1\"); }")
            .Project("Exact")
            .File("Exact/P.cs", Writes)
            .File("Exact/a.scopes.json", """{ "app": "a", "scopes": ["files:write"] }""")
            .Project("More")
            .File("More/P.cs", Writes)
            .File("More/b.scopes.json", """{ "app": "b", "scopes": ["files:write", "files:read"] }""")
            .Reference("Exact", "Lib")
            .Reference("More", "Lib");

        var scans = await ProjectScan.RunAllAsync(solution.Load("Exact", "More"), CancellationToken.None);

        Assert.Equal(
            ["Exact 0", "More 1"],
            scans.Select(static scan => FormattableString.Invariant($"{scan.Name} {scan.Libraries.Count}"))
        );
    }

    [Fact]
    public async Task A_project_that_uses_no_scoped_API_has_nothing_to_report()
    {
        using var solution = new MemorySolution().Project("App").File("App/P.cs", "Console.WriteLine();");

        var scan = await ProjectScan.RunAsync(solution.Load(), solution.Get("App"), CancellationToken.None);

        Assert.Empty(scan.Log.Calls);
        Assert.Empty(scan.Unknown.Calls);
        Assert.Empty(scan.Diagnostics);
    }

    // A project may turn a rule off for its editor; the report shows the facts.
    [Theory]
    [InlineData(ReportDiagnostic.Suppress)]
    [InlineData(ReportDiagnostic.Error)]
    [InlineData(ReportDiagnostic.Hidden)]
    public async Task The_severities_of_a_project_do_not_apply(ReportDiagnostic severity)
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File("App/P.cs", Writes)
            .File("App/bot.scopes.json", """{ "app": "bot", "scopes": [] }""");
        var project = solution.Get("App");
        project = project.WithCompilationOptions(project.CompilationOptions!.WithSpecificDiagnosticOptions([new("KXO1001", severity)]));

        var diagnostic = Assert.Single((await ProjectScan.RunAsync(solution.Load(), project, CancellationToken.None)).Diagnostics);

        Assert.Equal(("KXO1001", DiagnosticSeverity.Warning, false), (diagnostic.Id, diagnostic.Severity, diagnostic.IsSuppressed));
    }

    [Fact]
    public async Task A_pragma_is_a_decision_and_is_kept()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File("App/P.cs", "#pragma warning disable KXO1001\n" + Writes)
            .File("App/bot.scopes.json", """{ "app": "bot", "scopes": [] }""");

        var scan = await ProjectScan.RunAsync(solution.Load(), solution.Get("App"), CancellationToken.None);

        Assert.Equal(("KXO1001", true), (Assert.Single(scan.Diagnostics).Id, scan.Diagnostics[0].IsSuppressed));
    }

    [Fact]
    public async Task An_analyzer_that_throws_ends_the_report()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File("App/P.cs", "Ask(); [ApiOperation] static void Ask() { } namespace KoreXo { class ApiOperationAttribute : Attribute; }");
        var compilation = (await solution.Get("App").GetCompilationAsync())!;

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            AnalyzerRun.DiagnoseAsync(
                compilation,
                new AnalyzerOptions([]),
                [new UnknownNeeds(static () => throw new NotSupportedException("no"))],
                default
            )
        );

        Assert.Contains("AD0001", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("NotSupportedException", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Api.Ask();", "Api.Ask")]
    [InlineData("Action ask = Api.Ask;", "Api.Ask")]
    [InlineData("Api.Ask<int>();", "Api.Ask")]
    [InlineData("Api.Known();", "")]
    [InlineData("Api.Plain();", "")]
    [InlineData("_ = nameof(Api.Plain);", "")]
    public async Task A_call_of_an_operation_is_unknown_unless_it_declares_what_it_needs(string code, string expected)
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File(
                "App/P.cs",
                $$"""
                {{code}}
                static class Api
                {
                    [ApiOperation] public static void Ask() { }
                    [ApiOperation] public static void Ask<T>() { }
                    [ApiOperation, RequiresScopes] public static void Known() { }
                    public static void Plain() { }
                }
                namespace KoreXo { class ApiOperationAttribute : Attribute; }
                """
            );

        var scan = await ProjectScan.RunAsync(solution.Load(), solution.Get("App"), CancellationToken.None);

        Assert.Equal(expected, string.Join(',', scan.Unknown.Calls.Select(static call => call.Member)));
    }

    [Fact]
    public async Task Calls_are_in_the_order_of_the_source()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File("App/Z.cs", "class Z { Task A(IFiles f) => f.GetAsync(\"1\"); }")
            .File(
                "App/A.cs",
                "class A { void M(IFiles f) { f.PutAsync(null!); f.GetAsync(\"1\"); f.DeleteAsync(\"1\"); } static void Main() { } }"
            );

        var scan = await ProjectScan.RunAsync(solution.Load(), solution.Get("App"), CancellationToken.None);

        Assert.Equal(
            ["A.cs PutAsync", "A.cs GetAsync", "A.cs DeleteAsync", "Z.cs GetAsync"],
            scan.Log.Calls.Select(static call => $"{Path.GetFileName(call.Tree.FilePath)} {call.Call.Callee.Name}")
        );
    }
}
