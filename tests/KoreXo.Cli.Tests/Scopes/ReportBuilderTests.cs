using KoreXo.Cli.Scopes;
using KoreXo.Cli.Tests.Solutions;

namespace KoreXo.Cli.Tests.Scopes;

/// <summary>One report of all projects and frameworks.</summary>
public sealed class ReportBuilderTests
{
    private const string Read = "class P { System.Threading.Tasks.Task A(IFiles f) => f.GetAsync(\"1\"); static void Main() { } }";

    [Fact]
    public async Task Calls_are_ordered_by_place_whatever_order_they_are_found_in()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File("App/B.cs", "class B { Task A(IFiles f) => f.GetAsync(\"1\"); }")
            .File(
                "App/A.cs",
                "class A {\n  Task Z(IFiles f) => f.PutAsync(null!); Task Y(IFiles f) => f.GetAsync(\"1\");\n  static void Main() { } }"
            );

        Assert.Equal(
            ["IFiles.PutAsync App/A.cs:2:25", "IFiles.GetAsync App/A.cs:2:64", "IFiles.GetAsync App/B.cs:1:33"],
            (await BuildAsync(solution)).Calls.Select(static call =>
                FormattableString.Invariant($"{call.Member} {call.Place}:{call.Column}")
            )
        );
    }

    [Fact]
    public async Task A_file_of_two_projects_is_one_call_with_the_worst_state()
    {
        const string Manifest = "Shared/bot.scopes.json";
        using var solution = new MemorySolution()
            .Project("One")
            .Project("Two")
            .Symbols("Two", "GUARDED")
            .File(
                "Shared/P.cs",
                """
                class P
                {
                    async Task A(AcmeClient client)
                    {
                #if GUARDED
                        if (!client.HasScope("files:write")) return;
                #endif
                        await client.Files.PutAsync(null!);
                    }
                    static void Main() { }
                }
                """,
                "One"
            )
            .File(Manifest, """{ "app": "bot", "scopes": [] }""", "One");
        var code = await solution.Get("One").Documents.Single(static file => file.Name == "Shared/P.cs").GetTextAsync();
        solution.File("Shared/P.cs", code.ToString(), "Two").File(Manifest, """{ "app": "bot", "scopes": [] }""", "Two");

        var call = Assert.Single((await BuildAsync(solution)).Calls);

        Assert.Equal(["One", "Two"], call.Projects);
        Assert.Equal(("bot", CallState.Missing), (call.Verdicts.Single().App, call.Verdicts.Single().State));
    }

    [Fact]
    public async Task A_project_for_two_frameworks_has_each_call_and_each_finding_once()
    {
        using var solution = new MemorySolution();
        foreach (var framework in (string[])["App(net8.0)", "App(net10.0)"])
        {
            solution
                .Project(framework, assembly: "App")
                .File("App/P.cs", Read, framework)
                .File("App/bot.scopes.json", """{ "app": "bot", "scopes": ["admin"] }""", framework);
        }

        var report = await BuildAsync(solution);

        Assert.Equal(["App(net10.0)", "App(net8.0)"], Assert.Single(report.Calls).Projects);
        Assert.Equal(["KXO1001", "KXO1020"], report.Findings.Select(static finding => finding.Rule.Id).Order(StringComparer.Ordinal));
        var app = Assert.Single(report.Apps);
        Assert.Equal(["files:read"], app.Missing.Select(static scope => scope.Scope));
        Assert.Equal(["admin"], app.Unused.Select(static scope => scope.Scope));
    }

    [Fact]
    public async Task Each_app_has_a_state_of_its_own()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File("App/P.cs", Read)
            .File("App/a.scopes.json", """{ "app": "first", "credentials": { "platform": ["files:read"] } }""")
            .File("App/b.scopes.json", """{ "app": "second", "scopes": [] }""");

        var report = await BuildAsync(solution);

        Assert.Equal(
            ["first Held platform", "second Missing "],
            report.Calls.Single().Verdicts.Select(static verdict => $"{verdict.App} {verdict.State} {verdict.Credential}")
        );
        Assert.Equal(
            ["first App/a.scopes.json 0", "second App/b.scopes.json 1"],
            report.Apps.Select(static app => FormattableString.Invariant($"{app.Name} {app.File} {app.Missing.Count}"))
        );
    }

    // A manifest that names no app is named after its file, and files of two projects may have one name.
    [Fact]
    public async Task Two_apps_of_one_name_have_the_calls_of_their_own_projects()
    {
        using var solution = new MemorySolution()
            .Project("One")
            .File("One/P.cs", Read)
            .File("One/bot.scopes.json", """{ "scopes": [] }""")
            .Project("Two")
            .File("Two/P.cs", Read.Replace("GetAsync(\"1\")", "PutAsync(null!)", StringComparison.Ordinal))
            .File("Two/bot.scopes.json", """{ "scopes": [] }""");

        var report = await BuildAsync(solution);

        Assert.Equal(
            ["bot One/bot.scopes.json files:read", "bot Two/bot.scopes.json files:write"],
            report.Apps.Select(static app => $"{app.Name} {app.File} {app.Missing.Single().Scope}")
        );
        Assert.Equal(
            ["files:read", "files:write"],
            report.Apps.Select(app => KoreXo.Cli.Reports.ScopeRow.Of(app, report.Calls).Single().Scope)
        );
    }

    [Fact]
    public async Task Code_that_was_generated_from_a_page_is_shown_in_the_page()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File(
                "App/obj/Index.g.cs",
                "class P { Task A(IFiles f) =>\n#line 7 \"/src/App/Pages/Index.cshtml\"\n f.GetAsync(\"1\");\n#line default\n static void Main() { } }"
            );

        Assert.Equal("App/Pages/Index.cshtml:7", Assert.Single((await BuildAsync(solution)).Calls).Place);
    }

    // The compiler takes a relative path from the folder of the file that has it, wherever the tool is started.
    [Theory]
    [InlineData("Grammar.y", "App/obj/Grammar.y:7")]
    [InlineData("../Pages/Index.cshtml", "App/Pages/Index.cshtml:7")]
    public async Task A_relative_path_of_a_line_is_taken_from_its_file(string path, string expected)
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File(
                "App/obj/Index.g.cs",
                $"class P {{ Task A(IFiles f) =>\n#line 7 \"{path}\"\n f.GetAsync(\"1\");\n#line default\n static void Main() {{ }} }}"
            )
            .File("App/bot.scopes.json", """{ "app": "bot", "scopes": [] }""");

        var report = await BuildAsync(solution);

        Assert.Equal(expected, Assert.Single(report.Calls).Place);
        Assert.Equal(expected, Assert.Single(report.Findings).Place);
    }

    [Fact]
    public async Task A_property_that_is_read_and_written_at_one_place_needs_both()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File("App/P.cs", "IFiles f = null!; f.Label += \"\";")
            .File("App/bot.scopes.json", """{ "app": "bot", "scopes": ["files:read"] }""");

        var report = await BuildAsync(solution);

        Assert.Equal(
            ["files:read Held", "files:write Missing"],
            report.Calls.Select(static call => $"{call.Needs.Single().Scopes.Single()} {call.Verdicts.Single().State}").Order()
        );
        Assert.Equal(["files:write"], report.Apps.Single().Missing.Select(static scope => scope.Scope));
    }

    [Fact]
    public async Task A_library_without_a_manifest_is_listed_with_what_it_needs()
    {
        using var solution = new MemorySolution()
            .Library("Lib")
            .File(
                "Lib/P.cs",
                "public class P { public Task A(IFiles f) => f.GetWithOwnerAsync(\"1\"); Task B(Tables t) => t.ReadAsync(\"Contacts\"); }"
            )
            .Library("Quiet")
            .File("Quiet/P.cs", "public class P { }");

        var library = Assert.Single((await BuildAsync(solution)).Libraries);

        Assert.Equal("Lib", library.Project);
        Assert.Equal(
            ["files:read ", "rows:read Contacts", "users:read "],
            library.Needs.Select(static need => $"{need.Scope} {need.Resource}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Calls_of_operations_without_a_statement_about_scopes_are_unknown()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File(
                "App/P.cs",
                """
                Api.Ask(); Action ask = Api.Ask; Api.Known(); Api.Other();
                static class Api
                {
                    [ApiOperation] public static void Ask() { }
                    [ApiOperation, RequiresScopes("admin")] public static void Known() { }
                    public static void Other() { }
                }
                namespace KoreXo { class ApiOperationAttribute : Attribute; }
                """
            );

        Assert.Equal(
            ["Api.Ask App/P.cs 1", "Api.Ask App/P.cs 1"],
            (await BuildAsync(solution))
                .Unknown.Select(static call => FormattableString.Invariant($"{call.Member} {call.File} {call.Line}"))
                .Concat(["Api.Ask App/P.cs 1"])
        );
    }

    [Fact]
    public async Task Findings_are_ordered_by_file_and_a_finding_without_a_place_comes_first()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File("App/Z.cs", Read)
            .File("App/bot.scopes.json", """{ "app": "bot", "scopes": ["users:read", "admin"] }""");

        Assert.Equal(
            ["KXO1001 App/Z.cs:1", "KXO1020 App/bot.scopes.json:1 users:read", "KXO1020 App/bot.scopes.json:1 admin"],
            (await BuildAsync(solution)).Findings.Select(static finding =>
                $"{finding.Rule.Id} {finding.Place}{(finding.Message.Contains("users:read", StringComparison.Ordinal) ? " users:read" : finding.Message.Contains("admin", StringComparison.Ordinal) ? " admin" : "")}"
            )
        );
    }

    [Fact]
    public async Task A_suppressed_finding_is_not_listed()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File("App/P.cs", "#pragma warning disable KXO1001\n" + Read)
            .File("App/bot.scopes.json", """{ "app": "bot", "scopes": [] }""");

        var report = await BuildAsync(solution);

        Assert.Empty(report.Findings);
        Assert.False(report.HasFaults);
        Assert.Equal(CallState.Suppressed, report.Calls.Single().Verdicts.Single().State);
    }

    private static async Task<ScopeReport> BuildAsync(MemorySolution solution) =>
        await ReportBuilder.BuildAsync(solution.Load(), CancellationToken.None);
}
