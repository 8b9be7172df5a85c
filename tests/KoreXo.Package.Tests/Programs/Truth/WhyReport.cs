using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace KoreXo.Package.Tests.Programs.Truth;

/// <summary>The report of <c>korexo scopes why --json</c>.</summary>
internal sealed class WhyReport(string json)
{
    private readonly JsonElement _report = JsonElement.Parse(json);

    public IReadOnlyList<WhyEntry> Entries =>
        field ??= [.. _report.GetProperty("entryPoints").EnumerateArray().Select(static entry => new WhyEntry(entry))];

    /// <summary>What it says about the files in the folder of the solution, in the form of the comments in programs.</summary>
    public IEnumerable<TruthComment> Found =>
        Entries
            .SelectMany(static entry => entry.Needs.Select(need => new TruthComment(entry.Place, "why", need)))
            .Concat(
                _report
                    .GetProperty("unreached")
                    .EnumerateArray()
                    .Select(static call => new TruthComment(WhyEntry.PlaceOf(call), "unreached", WhyEntry.NeedOf(call)))
            )
            .Where(static comment => !comment.Place.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(comment.Place));

    /// <summary>Asks the packed tool about a solution together with projects from elsewhere, all of which are built.</summary>
    public static async Task<WhyReport> CreateAsync(Stranger stranger, string solution, IEnumerable<string> projects)
    {
        const string Target = "All.slnx";
        var all = XDocument.Load(Path.Combine(stranger.Folder, solution));
        all.Root!.Add(projects.Select(static project => new XElement("Project", new XAttribute("Path", project))));
        stranger.Write(Target, all.ToString());
        var tool = Path.Combine(stranger.Folder, "tool");
        using (var package = PackedFeed.Open("KoreXo.Cli"))
        {
            await package.ExtractToDirectoryAsync(tool);
        }

        var program = Path.Combine(tool, "tools", "net10.0", "any", "korexo.dll");
        var report = Path.Combine(tool, "why.json");
        string[] command = [program, "scopes", "why", Target, "--no-restore", "--json", "--output", report];
        (await DotNet.RunAsync(stranger.Folder, command)).Succeeded();
        return new WhyReport(await File.ReadAllTextAsync(report));
    }
}
