using KoreXo.Testing.Pictures;

namespace KoreXo.Package.Tests.Programs.Truth;

/// <summary>The picture in the guide to least privilege is drawn from what the tool says about the web app.</summary>
[Collection(ProgramGroup.Name)]
public sealed class PictureTests(TravelSolution travel, SampleSolution samples, ProgramProject programs, ProgramReport report)
{
    /// <summary>The entry points in the picture: a route, a controller, and a background service.</summary>
    private static readonly string[] Shown = ["POST /alarm", "BackupsController.Save", "NightlyBackup.ExecuteAsync"];

    [Fact]
    public async Task The_picture_shows_what_the_tool_says()
    {
        var why = await report.CreateAsync(travel, samples, programs);
        var picture = new TerminalPicture("korexo scopes why", width: 1260);
        foreach (var title in Shown)
        {
            Draw(picture, why.Entries.Single(entry => entry.Title == title));
        }

        var committed = new CommittedPicture(
            Path.Combine(PackedFeed.Repository, "docs/images/scopes-why.svg"),
            "KoreXo.Package.Tests",
            nameof(PictureTests)
        );
        await committed.ShowsAsync(picture.Draw());
    }

    private static void Draw(TerminalPicture picture, WhyEntry entry)
    {
        picture.Add((entry.Title, TerminalPicture.White), (" " + entry.Place, TerminalPicture.Grey));
        for (var at = 0; at < entry.Calls.Count; at++)
        {
            var (call, isLast) = (entry.Calls[at], at == entry.Calls.Count - 1);
            for (var depth = 0; depth < call.Count; depth++)
            {
                var (text, place) = call[depth];
                var branch =
                    depth == 0 ? (isLast ? "└── " : "├── ") : (isLast ? "    " : "│   ") + new string(' ', 4 * (depth - 1)) + "└── ";
                picture.Add(
                    (branch, TerminalPicture.Grey),
                    (text, depth == call.Count - 1 ? TerminalPicture.Green : TerminalPicture.Plain),
                    (" " + place, TerminalPicture.Grey)
                );
            }
        }
    }
}
