using System.Security.Cryptography;

namespace KoreXo.Samples.Tests;

public sealed class AnalyticsExportTests : IDisposable
{
    private const string Sample = "AnalyticsExport";

    // Small pages, for many places to be killed at.
    private static readonly string[] Small = ["--sessions", "2000", "--page", "100", "--window", "2"];
    private static readonly string[] Tiny = ["--sessions", "200", "--page", "100"];
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("KOREXO_FULL") == "1";
    private static readonly int Kills = IsFull ? 200 : 6;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>The worse one by default.</summary>
    public static TheoryData<string> Weathers => new(IsFull ? ["none", "storm"] : ["storm"]);

    [Fact]
    public async Task Twenty_thousand_sessions_and_their_messages_come_through_a_storm()
    {
        var (exitCode, lastLine, output) = await SampleProcess.RunAsync(Sample, ["--faults", "storm", "--out", _folder]);

        Assert.True(exitCode == 0, output);
        Assert.Equal("exported 100000 of 100000, lost 0, duplicated 0", lastLine);
        Assert.Equal(20_000, File.ReadLines(Path.Combine(_folder, "sessions.jsonl")).Count());
    }

    [Theory]
    [MemberData(nameof(Weathers))]
    public async Task An_export_that_is_killed_again_and_again_gives_the_same_files_as_one_that_is_not(string faults)
    {
        var (whole, killed) = (Path.Combine(_folder, "whole"), Path.Combine(_folder, "killed"));
        Assert.Equal(0, (await SampleProcess.RunAsync(Sample, [.. Small, "--out", whole])).ExitCode);
        var seed = Environment.TickCount;
        var random = new Random(seed);

        var kills = faults == "none" ? Kills : Kills / 2;
        for (var kill = 0; kill < kills; kill++)
        {
            using var sample = SampleProcess.Start(Sample, [.. Small, "--out", killed, "--faults", faults]);
            await WaitAsync(sample, random);
            await sample.KillAsync();
            if (kill % 5 == 4 && kill < kills - 1 && IsNearlyDone(killed))
            {
                Directory.Delete(killed, recursive: true); // or all later kills would come after the end
            }
        }

        var (exitCode, lastLine, output) = await SampleProcess.RunAsync(Sample, [.. Small, "--out", killed, "--faults", faults]);

        Assert.True(exitCode == 0, $"seed {seed}: {output}");
        Assert.Equal("exported 10000 of 10000, lost 0, duplicated 0", lastLine);
        Assert.Equal(Hash(whole, "sessions.jsonl"), Hash(killed, "sessions.jsonl"));
        Assert.Equal(Hash(whole, "messages.jsonl"), Hash(killed, "messages.jsonl"));
    }

    [Fact]
    public async Task What_an_interrupted_run_wrote_after_its_checkpoint_is_cut_off()
    {
        Assert.Equal(0, (await SampleProcess.RunAsync(Sample, [.. Tiny, "--out", _folder])).ExitCode);
        await File.AppendAllTextAsync(Path.Combine(_folder, "messages.jsonl"), "{\"_id\":\"half a li");
        await File.WriteAllTextAsync(Path.Combine(_folder, "checkpoint.json.new"), "{\"sour");

        var (exitCode, lastLine, output) = await SampleProcess.RunAsync(Sample, [.. Tiny, "--out", _folder]);

        Assert.True(exitCode == 0, output);
        Assert.Equal("exported 1000 of 1000, lost 0, duplicated 0", lastLine);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"sour")]
    [InlineData("[]")]
    public async Task A_damaged_checkpoint_costs_one_page(string content)
    {
        Assert.Equal(0, (await SampleProcess.RunAsync(Sample, [.. Tiny, "--out", _folder])).ExitCode);
        await File.WriteAllTextAsync(Path.Combine(_folder, "checkpoint.json"), content);

        var (exitCode, lastLine, output) = await SampleProcess.RunAsync(Sample, [.. Tiny, "--out", _folder]);
        Assert.True(exitCode == 0, output);
        Assert.Equal("exported 1000 of 1000, lost 0, duplicated 0", lastLine);

        await File.WriteAllTextAsync(Path.Combine(_folder, "checkpoint.json"), content);
        await File.WriteAllTextAsync(Path.Combine(_folder, "checkpoint.json.old"), content);
        (exitCode, lastLine, _) = await SampleProcess.RunAsync(Sample, [.. Tiny, "--out", _folder]);
        Assert.Equal(1, exitCode);
        Assert.StartsWith("Failed: The checkpoint in", lastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_export_stays_out_of_the_folder()
    {
        using var own = new FileStream(Path.Combine(_folder, "export.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var (exitCode, lastLine, _) = await SampleProcess.RunAsync(Sample, [.. Tiny, "--out", _folder]);
        Assert.Equal(1, exitCode);
        Assert.Contains("Another export is using", lastLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_and_doubled_lines_are_counted_and_are_a_failure()
    {
        Assert.Equal(0, (await SampleProcess.RunAsync(Sample, [.. Tiny, "--out", _folder])).ExitCode);
        var path = Path.Combine(_folder, "sessions.jsonl");
        var lines = await File.ReadAllLinesAsync(path);

        // Another line of its length in the place of one: one lost, one doubled.
        var other = Array.FindIndex(lines, 1, line => line.Length == lines[0].Length);
        lines[0] = lines[other];
        await File.WriteAllTextAsync(path, string.Join('\n', [.. lines, ""]));

        var (exitCode, lastLine, _) = await SampleProcess.RunAsync(Sample, [.. Tiny, "--out", _folder]);

        Assert.Equal(1, exitCode);
        Assert.Equal("exported 999 of 1000, lost 1, duplicated 1", lastLine);
    }

    [Theory]
    [InlineData("--page", "0")]
    [InlineData("--faults", "rain")]
    [InlineData("--endpoint", "https://example.com")]
    [InlineData("--colour", "blue")]
    public async Task Wrong_arguments_are_told_with_the_usage(string name, string value)
    {
        var (exitCode, _, output) = await SampleProcess.RunAsync(Sample, [name, value]);
        Assert.Equal(2, exitCode);
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_another_export_is_left_alone()
    {
        Assert.Equal(0, (await SampleProcess.RunAsync(Sample, [.. Tiny, "--out", _folder])).ExitCode);
        var (exitCode, lastLine, _) = await SampleProcess.RunAsync(Sample, ["--sessions", "10", "--out", _folder]);
        Assert.Equal(1, exitCode);
        Assert.Contains("holds another export", lastLine, StringComparison.Ordinal);
    }

    /// <summary>Waits for a random moment: mostly while pages are written, at times while the process starts.</summary>
    private async Task WaitAsync(SampleProcess sample, Random random)
    {
        var checkpoint = Path.Combine(_folder, "killed", "checkpoint.json");
        if (random.Next(5) > 0)
        {
            var before = File.Exists(checkpoint) ? File.GetLastWriteTimeUtc(checkpoint) : default;
            while (!sample.HasExited && (!File.Exists(checkpoint) || File.GetLastWriteTimeUtc(checkpoint) == before))
            {
                await Task.Delay(5);
            }
        }

        await Task.Delay(random.Next(600));
    }

    private static bool IsNearlyDone(string folder) =>
        Directory.Exists(folder)
        && File.Exists(Path.Combine(folder, "messages.jsonl"))
        && new FileInfo(Path.Combine(folder, "messages.jsonl")).Length > 3_000_000;

    private static string Hash(string folder, string file) =>
        Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))));
}
