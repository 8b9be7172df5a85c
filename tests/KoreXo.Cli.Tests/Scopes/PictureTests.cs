using System.Text.RegularExpressions;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Scopes;
using KoreXo.Cli.Solutions;
using KoreXo.Testing.Pictures;
using Spectre.Console;

namespace KoreXo.Cli.Tests.Scopes;

/// <summary>The picture in the guide to least privilege is drawn from what the tool says about sample 06.</summary>
public sealed partial class PictureTests
{
    private const int Columns = 144;

    [Fact]
    public async Task The_picture_shows_what_the_tool_says()
    {
        var sample = Path.Combine(Korexo.Repository, "samples/06-MissingScope/MissingScope.csproj");
        using var solution = await SolutionLoader.LoadAsync(sample, restore: true, CancellationToken.None);
        var report = await ReportBuilder.BuildAsync(solution, CancellationToken.None);
        using var screen = new StringWriter { NewLine = "\n" };
        var terminal = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.Standard,
                Out = new AnsiConsoleOutput(screen),
            }
        );
        terminal.Profile.Width = Columns;

        TerminalReport.Write(report, terminal);

        var picture = new TerminalPicture("korexo scopes report", width: 985, lineHeight: 15);
        foreach (var line in screen.ToString().ReplaceLineEndings("\n").TrimEnd().Split('\n'))
        {
            picture.Add(Parts(line));
        }

        var committed = new CommittedPicture(
            Path.Combine(Korexo.Repository, "docs/images/scopes-report.svg"),
            "KoreXo.Cli.Tests",
            nameof(PictureTests)
        );
        await committed.ShowsAsync(picture.Draw());
    }

    // "\e[93mKXO1001\e[0m NightlyReport.cs:26" → yellow "KXO1001", plain " NightlyReport.cs:26"
    private static IEnumerable<(string Text, string Color)> Parts(string line)
    {
        var color = TerminalPicture.Plain;
        foreach (var piece in Colored().Split(line))
        {
            if (piece.StartsWith('\e'))
            {
                color = Color(piece);
            }
            else
            {
                yield return (piece, color);
            }
        }
    }

    private static string Color(string code) =>
        code switch
        {
            _ when code.EndsWith("91m", StringComparison.Ordinal) => TerminalPicture.Red,
            _ when code.EndsWith("93m", StringComparison.Ordinal) => TerminalPicture.Yellow,
            _ => TerminalPicture.Plain,
        };

    [GeneratedRegex("(?<code>\e\\[[0-9;]*m)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colored();
}
