using System.IO.Compression;
using System.Text.Json;

namespace KoreXo.Package.Tests.Programs.Truth;

/// <summary>The report of <c>korexo scopes why --json</c>.</summary>
internal sealed class WhyReport(string json)
{
    private readonly JsonElement _report = JsonElement.Parse(json);

    public IReadOnlyList<WhyEntry> Entries =>
        field ??= [.. _report.GetProperty("entryPoints").EnumerateArray().Select(static entry => new WhyEntry(entry))];

    /// <summary>The report in the form of the comments in programs.</summary>
    public IEnumerable<TruthComment> Found =>
        Entries
            .SelectMany(static entry => entry.Needs.Select(need => new TruthComment(entry.Place, "why", need)))
            .Concat(
                _report
                    .GetProperty("unreached")
                    .EnumerateArray()
                    .Select(static call => new TruthComment(WhyEntry.PlaceOf(call), "unreached", WhyEntry.NeedOf(call)))
            );

    /// <summary>Asks the packed tool about a solution or project that is built.</summary>
    public static async Task<WhyReport> CreateAsync(Stranger stranger, string target)
    {
        var tool = Path.Combine(stranger.Folder, "tool");
        using (var package = PackedFeed.Open("KoreXo.Cli"))
        {
            await package.ExtractToDirectoryAsync(tool);
        }

        var program = Path.Combine(tool, "tools", "net10.0", "any", "korexo.dll");
        var report = Path.Combine(tool, "why.json");
        string[] command = [program, "scopes", "why", target, "--no-restore", "--json", "--output", report];
        (await DotNet.RunAsync(stranger.Folder, command)).Succeeded();
        return new WhyReport(await File.ReadAllTextAsync(report));
    }
}
