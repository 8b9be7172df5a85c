using KoreXo.Cli.Outcomes;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Tests.Solutions;

/// <summary>A loaded solution: which projects it is about, whether they compile, and how it shows paths.</summary>
public sealed class LoadedSolutionTests
{
    [Fact]
    public void A_solution_is_named_after_its_file_and_paths_are_relative_to_its_folder()
    {
        using var solution = new MemorySolution();
        var loaded = solution.Load();

        Assert.Equal(("Travel.slnx", "/src"), (loaded.Name, loaded.Folder));
    }

    [Theory]
    [InlineData("/src/App/P.cs", "App/P.cs")]
    [InlineData("/src/P.cs", "P.cs")]
    [InlineData("/shared/P.cs", "../shared/P.cs")]
    [InlineData("/src", ".")]
    [InlineData("/src/my app/C#/é?.cs", "my app/C#/é?.cs")]
    [InlineData("Generator/Client.g.cs", "Generator/Client.g.cs")]
    [InlineData("../Client.g.cs", "../Client.g.cs")]
    public void A_path_is_shown_relative_to_the_solution_wherever_the_tool_is_started(string path, string expected)
    {
        using var solution = new MemorySolution();

        Assert.Equal(expected, solution.Load().Tell(path));
    }

    [Fact]
    public void Projects_are_ordered_by_name_and_only_those_that_the_command_is_about()
    {
        using var solution = new MemorySolution().Project("B").Project("a").Project("A").Project("C");

        Assert.Equal(["A", "B", "a"], solution.Load("B", "a", "A").Projects.Select(static project => project.Name));
    }

    [Fact]
    public void A_project_is_given_what_it_references_directly_or_not()
    {
        using var solution = new MemorySolution()
            .Library("Z")
            .Library("Y")
            .Library("X")
            .Library("Other")
            .Reference("X", "Y")
            .Reference("Y", "Z");

        Assert.Equal(["Y", "Z"], solution.Load("X").ReferencedBy(solution.Get("X")).Select(static project => project.Name));
        Assert.Empty(solution.Load("X").ReferencedBy(solution.Get("Z")));
    }

    [Fact]
    public async Task Code_that_compiles_is_compiled()
    {
        using var solution = new MemorySolution().Project("App").File("App/P.cs", "Console.WriteLine();");

        var compilation = await solution.Load().CompileAsync(solution.Get("App"), CancellationToken.None);

        Assert.Equal("App", compilation.AssemblyName);
    }

    [Fact]
    public async Task Code_with_an_error_is_refused_with_the_error()
    {
        using var solution = new MemorySolution().Project("App").File("App/P.cs", "Console.WriteLine();\n\nMissing.Run();");

        Assert.Equal(
            $"App does not compile (1 error), so its calls cannot be analyzed. Fix the build first.{Environment.NewLine}"
                + "  App/P.cs(3): CS0103: The name 'Missing' does not exist in the current context",
            await MessageAsync(solution)
        );
    }

    [Fact]
    public async Task Of_many_errors_the_first_five_are_shown()
    {
        using var solution = new MemorySolution()
            .Project("App")
            .File("App/P.cs", string.Join('\n', Enumerable.Range(1, 7).Select(static at => FormattableString.Invariant($"M{at}.Run();"))));

        var lines = (await MessageAsync(solution)).Split(Environment.NewLine);

        Assert.Equal("App does not compile (7 errors), so its calls cannot be analyzed. Fix the build first.", lines[0]);
        Assert.Equal(["1", "2", "3", "4", "5"], lines[1..].Select(static line => line.Split('(', ')')[1]));
    }

    [Fact]
    public async Task An_error_without_a_place_is_shown_without_one()
    {
        using var solution = new MemorySolution().Project("App").File("App/P.cs", "class C;");

        Assert.EndsWith(
            "  CS5001: Program does not contain a static 'Main' method suitable for an entry point",
            await MessageAsync(solution),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Grammar.y", "App/Grammar.y(7)")]
    [InlineData("/src/App/Pages/Index.cshtml", "App/Pages/Index.cshtml(7)")]
    public async Task An_error_in_generated_code_is_shown_where_it_was_written(string file, string place)
    {
        using var solution = new MemorySolution().Project("App").File("App/P.cs", $"#line 7 \"{file}\"\nMissing.Run();");

        Assert.Contains($"  {place}: CS0103: ", await MessageAsync(solution), StringComparison.Ordinal);
    }

    // The build of the project fails as well, but its calls are known.
    [Fact]
    public async Task A_warning_that_is_treated_as_an_error_does_not_matter()
    {
        using var solution = new MemorySolution().Project("App").File("App/P.cs", "int unused;\nConsole.WriteLine();");
        var project = solution.Get("App");
        project = project.WithCompilationOptions(project.CompilationOptions!.WithGeneralDiagnosticOption(ReportDiagnostic.Error));

        Assert.Equal("App", (await solution.Load().CompileAsync(project, CancellationToken.None)).AssemblyName);
    }

    private static async Task<string> MessageAsync(MemorySolution solution) =>
        (
            await Assert.ThrowsAsync<CommandException>(() => solution.Load().CompileAsync(solution.Get("App"), CancellationToken.None))
        ).Message;
}
