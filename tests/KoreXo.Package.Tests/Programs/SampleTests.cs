using KoreXo.Package.Tests.Guides;

namespace KoreXo.Package.Tests.Programs;

/// <summary>The samples for the four main jobs and the one for a fleet, copied out of the repository and built from the packages.</summary>
[Collection(ProgramGroup.Name)]
public sealed class SampleTests(SampleSolution samples)
{
    [Fact]
    public async Task The_four_jobs_are_done_by_programs_built_from_the_packages()
    {
        var stranger = await samples.BuildAsync();

        Assert.Equal("published", await RunAsync(stranger, "02-BotPipeline"));
        Assert.Equal(
            "exported 1000 of 1000, lost 0, duplicated 0",
            await RunAsync(stranger, "03-AnalyticsExport", "--sessions", "200", "--page", "100")
        );
        Assert.Equal("done, 0 failed", await RunAsync(stranger, "04-UserAdmin", "--apply", "yes"));
        Assert.Equal(
            "loaded 500 of 500, lost 0, duplicated 0, deleted 50, left 450",
            await RunAsync(stranger, "05-DataTables", "--rows", "500")
        );
        Assert.Contains("the same folder on all machines", await RunAsync(stranger, "07-FleetExport", "--help"), StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(Stranger stranger, string folder, params string[] arguments)
    {
        var program = SampleSolution.Program(stranger, folder);
        var output = (
            await UserProcess.RunAsync(
                stranger.Folder,
                new Dictionary<string, string>(StringComparer.Ordinal),
                ["dotnet", program, .. arguments]
            )
        ).Succeeded();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1];
    }
}
