using System.Runtime.CompilerServices;
using KoreXo.Cli.Specs.Comparing;
using Spectre.Console;

namespace KoreXo.Cli.Tests.Specs;

/// <summary>Each kind of change has a sentence that a reader of a pull request understands.</summary>
public sealed class DiffReportTests
{
    [Fact]
    public async Task Two_versions_that_differ_in_everything_read_well()
    {
        var actual = DiffMarkdown.Write(await CompareAsync() with { Old = "old", New = "new" });

        if (Environment.GetEnvironmentVariable("KOREXO_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(Source("Documents/changes.md"), actual);
        }

        Assert.True(
            await File.ReadAllTextAsync(Source("Documents/changes.md")) == actual,
            $"""
            The report is not that of tests/KoreXo.Cli.Tests/Specs/Documents/changes.md but
            {actual}
            If it is meant to change, accept it, read the difference and commit it:
              KOREXO_ACCEPT=1 dotnet test tests/KoreXo.Cli.Tests --filter DiffReportTests
            """
        );
    }

    [Fact]
    public async Task The_two_versions_have_every_kind_of_change()
    {
        var diff = await CompareAsync();

        Assert.Equal(
            Enum.GetValues<ChangeKind>().Except([ChangeKind.Api]).Order(),
            diff.Changes.Select(static change => change.Kind).Distinct().Order()
        );
        Assert.Equal(Enum.GetValues<Impact>().Order(), diff.Changes.Select(static change => change.Impact).Distinct().Order());
        Assert.All(diff.Changes, static change => Assert.NotEqual("", change.Effect));
        Assert.All(diff.Changes, static change => Assert.NotEmpty(change.Members.Append(change.Effect)));
    }

    [Fact]
    public async Task A_terminal_gets_a_table_with_the_same_changes()
    {
        await using var text = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(text),
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
            }
        );
        console.Profile.Width = 4000;
        var diff = await CompareAsync();

        DiffTable.Write(console, diff);

        Assert.All(
            diff.Changes,
            change => Assert.Contains(change.Effect.Replace("`", "", StringComparison.Ordinal), text.ToString(), StringComparison.Ordinal)
        );
        Assert.DoesNotContain("**", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_does_not_depend_on_the_run()
    {
        Assert.Equal(DiffJson.Write(await CompareAsync()), DiffJson.Write(await CompareAsync()));
    }

    [Fact]
    public async Task What_a_document_says_is_no_markup()
    {
        using var folder = new SpecFolder();
        var text = await File.ReadAllTextAsync(SpecDocuments.PathOf("old/shop.openapi.yaml"));
        folder.Write(
            "shop.openapi.yaml",
            text.Replace("        - paid\n", "        - paid\n        - \"`x` <b>|\\n# [red]y[/]\"\n", StringComparison.Ordinal)
        );

        var diff = await SpecDiff.CompareAsync(
            SpecDocuments.PathOf("old/shop.openapi.yaml"),
            folder.File("shop.openapi.yaml"),
            [],
            TextWriter.Null,
            CancellationToken.None
        );

        Assert.Contains("`'x' <b>| # [red]y[/]`", DiffMarkdown.Write(diff), StringComparison.Ordinal);
        await using var written = new StringWriter();
        DiffTable.Write(AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(written), Ansi = AnsiSupport.No }), diff);
        Assert.Contains("red", written.ToString(), StringComparison.Ordinal);
    }

    private static Task<SpecDiff> CompareAsync() =>
        SpecDiff.CompareAsync(SpecDocuments.PathOf("old"), SpecDocuments.PathOf("new"), [], TextWriter.Null, CancellationToken.None);

    private static string Source(string name, [CallerFilePath] string testFile = "") =>
        Path.Combine(Path.GetDirectoryName(testFile)!, name);
}
