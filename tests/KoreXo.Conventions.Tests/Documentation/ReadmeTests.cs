using KoreXo.Conventions.Surface;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Conventions.Documentation;

/// <summary>The readme is what most people will ever read; so what it says is true.</summary>
public sealed class ReadmeTests
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly string Readme = Repository.Read("README.md");

    [Fact]
    public void Its_commands_are_the_one_that_installs_and_the_two_that_set_everything_up() =>
        Assert.Equal(
            ["dotnet add package KoreXo\n", "dotnet run --project samples/01-Quickstart\ndotnet test Generated.sln\n"],
            Markdown.Blocks(Readme, "console")
        );

    [Fact]
    public void Its_first_screen_has_the_picture_the_command_the_program_and_the_warning()
    {
        var screen = string.Join('\n', Readme.Split('\n').Take(45));

        Assert.Single(Markdown.Images(screen));
        Assert.Single(Markdown.Blocks(screen, "console"));
        Assert.Single(Markdown.Blocks(screen, "csharp"));
        Assert.Contains("warning KXO1001", Assert.Single(Markdown.Blocks(screen, "text")), StringComparison.Ordinal);
        Assert.Equal(4, Readme.Split("([measured](").Length - 1);
    }

    /// <summary>The guide is followed by a test, from the packages; so what it shows here is what is printed.</summary>
    [Fact]
    public void Its_first_program_and_the_warning_are_those_of_the_guide()
    {
        var guide = Repository.Read("docs/guides/install.md");

        Assert.Contains("Program.cs\n" + Markdown.Blocks(Readme, "csharp")[0], guide, StringComparison.Ordinal);
        Assert.Contains(Markdown.Blocks(Readme, "text")[0], Markdown.Blocks(guide, "text"));
    }

    [Fact]
    public void A_build_server_runs_these_two_commands_and_no_others() =>
        Assert.Equal(
            Markdown.Blocks(Readme, "console")[1],
            string.Concat(
                Repository
                    .Read(".ci/run")
                    .Split('\n')
                    .Where(static line => line.StartsWith("dotnet ", StringComparison.Ordinal))
                    .Select(static line => line.Split(" || ")[0] + "\n")
            )
        );

    [Fact]
    public void What_the_commands_name_is_there() =>
        Rule.Holds(
            "The readme's commands run in this repository:",
            ["samples/01-Quickstart", "Generated.sln"],
            static path => Directory.Exists(Repository.PathOf(path)) || File.Exists(Repository.PathOf(path)),
            static path => path
        );

    [Fact]
    public void It_is_short() => Assert.InRange(Readme.Split('\n').Length, 1, 120);

    [Fact]
    public void It_says_at_its_foot_that_the_project_is_unofficial() =>
        Assert.Contains("unofficial", Readme.Split("\n---\n")[^1], StringComparison.Ordinal);

    [Fact]
    public void Its_code_compiles_from_top_to_bottom()
    {
        var blocks = Markdown.Blocks(Readme, "csharp");
        Assert.True(blocks.Count >= 5, "The readme shows how to make a client, call, page, wait and fail.");

        // Usings go on top, as whoever copies a piece puts them.
        var code = string.Join(
            '\n',
            string.Concat(blocks).Split('\n').OrderBy(static line => line.StartsWith("using KoreXo", StringComparison.Ordinal) ? 0 : 1)
        );
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            "readme",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, options), CSharpSyntaxTree.ParseText(code, options)],
            [
                .. AssemblySymbols.Platform,
                .. Shipped.Assemblies.Select(static assembly => MetadataReference.CreateFromFile(assembly.Location)),
            ],
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
        );

        Rule.None(
            "The readme's code compiles without a warning:",
            compilation
                .GetDiagnostics()
                .Where(static diagnostic => diagnostic.Severity > DiagnosticSeverity.Info)
                .Select(static diagnostic => diagnostic.ToString())
        );
    }

    [Fact]
    public void Folders_in_its_layout_exist() =>
        Rule.Holds(
            "A folder that the readme tells of is there:",
            Readme
                .Split('\n')
                .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
                .Select(static line => line.Split('`')[1]),
            static folder => Directory.Exists(Repository.PathOf(folder)),
            static folder => folder
        );
}
