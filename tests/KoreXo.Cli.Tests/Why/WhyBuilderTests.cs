using KoreXo.Cli.Graphs;
using KoreXo.Cli.Tests.Solutions;
using KoreXo.Cli.Why;

namespace KoreXo.Cli.Tests.Why;

/// <summary>The report about entry points, from a solution.</summary>
public sealed class WhyBuilderTests
{
    [Fact]
    public async Task Entry_points_are_ordered_by_what_runs_them_then_by_place()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File(
                "App/P.cs",
                """
                new Timer(_ => Api.Read());
                Console.CancelKeyPress += (_, _) => Api.Read();
                static class Late { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => Api.Read(); }
                class T { [Fact] void B() => Api.Read(); [Fact] void A() => Api.Read(); }
                class FactAttribute : Attribute;
                static class Api { static IFiles Files = null!; public static void Read() => Files.GetAsync("1"); }
                """
            );

        var report = await BuildAsync(solution);

        Assert.Equal(
            [
                "Main top-level statements App/P.cs:1:1",
                "Main Late.Run App/P.cs:3:94",
                "Timer timer: lambda in top-level statements App/P.cs:1:1",
                "EventHandler Console.CancelKeyPress: lambda in top-level statements App/P.cs:2:1",
                "Test T.A App/P.cs:4:54",
                "Test T.B App/P.cs:4:23",
            ],
            report.Entries.Select(static entry =>
                FormattableString.Invariant($"{entry.Kind} {entry.Title} {entry.Place}:{entry.Place!.Column}")
            )
        );
    }

    [Fact]
    public async Task Each_call_has_the_shortest_way_to_it_with_the_place_of_each_step()
    {
        using var solution = App(
            """
            A.Run();
            static class A { public static void Run() { B.Run(); } }
            static class B { public static void Run() => ((IFiles)null!).GetAsync("1"); }
            """
        );

        var call = Assert.Single(Assert.Single((await BuildAsync(solution)).Entries).Calls);

        Assert.Equal(("IFiles.GetAsync", "App/P.cs:3"), (call.Member, call.Place.ToString()));
        Assert.Equal(
            ["top-level statements App/P.cs:1:1", "A.Run App/P.cs:2:45", "B.Run App/P.cs:3:62"],
            call.Chain.Select(static step => FormattableString.Invariant($"{step.Function} {step.Place}:{step.Place!.Column}"))
        );
    }

    [Fact]
    public async Task The_scopes_of_an_entry_point_are_each_there_once_with_those_of_libraries()
    {
        using var solution = App(
            """
            IFiles f = null!; Tables t = null!;
            f.DeleteAsync("1"); f.DeleteAsync("2"); f.PeekAsync("1"); f.SearchAsync("q"); t.ReadAsync("Contacts");
            """
        );

        Assert.Equal(
            [" admin ", " files:delete ", "bot files:read.bot ", "user files:read.user ", "data rows:read Contacts", " users:email "],
            Assert
                .Single((await BuildAsync(solution)).Entries)
                .Scopes.Select(static scope => $"{scope.Credential} {scope.Scope} {scope.Resource}")
        );
    }

    [Fact]
    public async Task What_no_entry_point_reaches_is_listed_by_place_without_a_way()
    {
        using var solution = App(
            "Console.WriteLine(); class B { void Y(IFiles f) { f.PutAsync(null!); f.GetAsync(\"1\"); } void X(IFiles f) => f.PingAsync(); }"
        );

        var report = await BuildAsync(solution);

        Assert.Empty(report.Entries);
        Assert.Equal(
            ["IFiles.PutAsync 0", "IFiles.GetAsync 0"],
            report.Unreached.Select(static call => FormattableString.Invariant($"{call.Member} {call.Chain.Count}"))
        );
    }

    [Fact]
    public async Task An_entry_point_that_needs_nothing_is_not_listed_and_one_that_may_need_anything_is()
    {
        using var solution = App(
            """
            Console.WriteLine();
            static class Late { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() { dynamic d = 1; d.A(); d.B(); } }
            """
        );

        var entry = Assert.Single((await BuildAsync(solution)).Entries);

        Assert.Equal(("Late.Run", 0, 0), (entry.Title, entry.Scopes.Count, entry.Calls.Count));
        Assert.Equal(["dynamic App/P.cs:2", "dynamic App/P.cs:2"], entry.Unknown.Select(static use => $"{use.Reason} {use.Place}"));
    }

    [Fact]
    public async Task A_solution_is_read_with_the_projects_that_it_references()
    {
        using var solution = new MemorySolution()
            .Library("Lib")
            .File(
                "Lib/L.cs",
                "public static class L { public static void Run(IFiles f) => f.GetAsync(\"1\"); public static void Other(IFiles f) => f.PutAsync(null!); }"
            )
            .Project("App")
            .File("App/P.cs", "L.Run(null!);")
            .Reference("App", "Lib");

        var report = await WhyBuilder.BuildAsync(solution.Load("App"), CancellationToken.None);

        Assert.Equal(["App", "Lib"], report.Projects);
        Assert.Equal(["App: IFiles.GetAsync"], report.Entries.Select(static entry => $"{entry.Project}: {entry.Calls.Single().Member}"));
        Assert.Equal(["IFiles.PutAsync"], report.Unreached.Select(static call => call.Member));
    }

    [Fact]
    public async Task The_public_members_of_a_library_count_only_without_a_program_that_uses_it()
    {
        using var solution = new MemorySolution()
            .Library("Used")
            .File("Used/L.cs", "public static class Used { public static void Run(IFiles f) => f.GetAsync(\"1\"); }")
            .Library("Free")
            .File("Free/L.cs", "public static class Free { public static void Run(IFiles f) => f.GetAsync(\"1\"); }")
            .Project("App")
            .File("App/P.cs", "Console.WriteLine();")
            .Reference("App", "Used");

        var report = await BuildAsync(solution);

        Assert.Equal([(EntryPointKind.PublicMember, "Free.Run")], report.Entries.Select(static entry => (entry.Kind, entry.Title)));
        Assert.Equal(["Used/L.cs:1"], report.Unreached.Select(static call => call.Place.ToString()));
    }

    [Fact]
    public async Task A_project_for_two_frameworks_has_each_way_once()
    {
        using var solution = new MemorySolution();
        foreach (var framework in (string[])["App(net8.0)", "App(net10.0)"])
        {
            solution
                .Project(framework, assembly: "App")
                .Symbols(framework, framework.Contains("10", StringComparison.Ordinal) ? ["NEW"] : [])
                .File(
                    "App/P.cs",
                    "Both(null!);\nvoid Both(IFiles f) { f.GetAsync(\"1\");\n#if NEW\nf.PutAsync(null!);\n#endif\n}",
                    framework
                );
        }

        var report = await BuildAsync(solution);

        Assert.Equal(["App"], report.Projects);
        Assert.Equal(["IFiles.GetAsync", "IFiles.PutAsync"], Assert.Single(report.Entries).Calls.Select(static call => call.Member));
        Assert.Empty(report.Unreached);
    }

    // A relative path is taken from the folder of the file that has it.
    [Theory]
    [InlineData("/src/App/Pages/Index.cshtml", "App/Pages/Index.cshtml:7")]
    [InlineData("Grammar.y", "App/Grammar.y:7")]
    public async Task Code_that_was_generated_from_a_page_is_shown_in_the_page(string path, string expected)
    {
        using var solution = App($"#line 7 \"{path}\"\n((IFiles)null!).GetAsync(\"1\");\n#line default\n");

        Assert.Equal(expected, Assert.Single(Assert.Single((await BuildAsync(solution)).Entries).Calls).Place.ToString());
    }

    private static MemorySolution App(string code) => new MemorySolution().Project("App").File("App/P.cs", code);

    private static Task<WhyReport> BuildAsync(MemorySolution solution) => WhyBuilder.BuildAsync(solution.Load(), CancellationToken.None);
}
