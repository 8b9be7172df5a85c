using KoreXo.Simulator;

namespace KoreXo.Samples.Tests;

public sealed class TableLoadTests : IDisposable
{
    private const string Sample = "TableLoad";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Rows_come_through_a_storm_once_each()
    {
        var (exitCode, lastLine, output) = await SampleProcess.RunAsync(Sample, ["--rows", "3000", "--chunk", "16", "--faults", "storm"]);

        Assert.True(exitCode == 0, output);
        Assert.Equal("loaded 3000 of 3000, lost 0, duplicated 0, deleted 300, left 2700", lastLine);
    }

    [Fact]
    public async Task A_load_that_is_killed_again_and_again_goes_on_and_doubles_nothing()
    {
        await using var platform = await XoSimulator.StartAsync(new XoSimulatorOptions { EnforceRateLimits = false });
        var app = platform.AddAppWithAllScopes(AppKind.Data);
        var table = platform.AddTable("Customers");
        string[] arguments =
        [
            "--endpoint",
            platform.Endpoint.AbsoluteUri,
            "--rows",
            "1000",
            "--chunk",
            "4",
            "--state",
            Path.Combine(_folder, "state"),
        ];
        (string, string)[] secrets = [("KOREXO_CLIENT_ID", app.ClientId), ("KOREXO_CLIENT_SECRET", app.ClientSecret)];
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var kill = 0; kill < 6; kill++)
        {
            // Mostly while a chunk is on its way: each insertion answers late.
            platform.Faults = FaultPlan.Always("insertRows", Fault.LateAnswer(TimeSpan.FromMilliseconds(100)));
            var before = table.Count;
            using var sample = SampleProcess.Start(Sample, arguments, secrets);
            while (!sample.HasExited && table.Count == before)
            {
                await Task.Delay(5);
            }

            await Task.Delay(random.Next(250));
            await sample.KillAsync();
        }

        platform.Faults = FaultPlan.None;
        var (exitCode, lastLine, output) = await SampleProcess.RunAsync(Sample, arguments, secrets);

        Assert.True(exitCode == 0, $"seed {seed}: {output}");
        Assert.Equal("loaded 1000 of 1000, lost 0, duplicated 0, deleted 100, left 900", lastLine);
        Assert.Equal(
            Enumerable.Range(1, 1000).Where(number => number % 10 != 0),
            table.Rows.Select(row => row["Number"].GetInt32()).Order()
        );
        Assert.All(
            platform.Requests.Where(request => request.OperationId is "updateRows" or "deleteRows"),
            request => Assert.Contains("\"expressions\"", System.Text.Encoding.UTF8.GetString(request.Body.Span), StringComparison.Ordinal)
        );
        Assert.All(
            platform.Requests.Where(request => request.OperationId == "insertRows"),
            request => Assert.InRange(request.BodyLength, 1, 4 * 1024)
        );
    }

    [Fact]
    public async Task A_chunk_beyond_what_the_platform_takes_is_refused_at_once()
    {
        var (exitCode, _, output) = await SampleProcess.RunAsync(Sample, ["--chunk", "60000"]);
        Assert.Equal(2, exitCode);
        Assert.Contains("50 MB", output, StringComparison.Ordinal);
    }
}
