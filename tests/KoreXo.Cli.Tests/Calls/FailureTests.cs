using System.Diagnostics;
using System.Globalization;
using KoreXo.Simulator;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>A script learns from the exit code whether a call was applied.</summary>
public sealed class FailureTests
{
    [Fact]
    public async Task A_call_whose_outcome_is_unknown_has_an_exit_code_of_its_own()
    {
        await using var platform = await CalledPlatform.StartAsync();
        platform.Simulator.Faults = FaultPlan.Always("insertRow", Fault.ResetAfterEffect);

        var ended = await InsertAsync(platform);

        Assert.Equal((4, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("may have been applied; check before you retry", ended.Error, StringComparison.Ordinal);
        Assert.Equal(1, platform.Table.Count);
    }

    [Fact]
    public async Task A_call_that_was_rate_limited_is_sent_again()
    {
        await using var platform = await CalledPlatform.StartAsync();
        platform.Simulator.Faults = FaultPlan.On("insertRow", 1, Fault.MinuteRefusal.WithRetryAfter(TimeSpan.FromSeconds(1)));

        var ended = await InsertAsync(platform);

        Assert.Equal(0, ended.ExitCode);
        Assert.Equal((1, 2), (platform.Table.Count, platform.Simulator.Requests.Count));
    }

    [Fact]
    public async Task A_body_is_read_from_standard_input()
    {
        await using var platform = await CalledPlatform.StartAsync();

        var ended = await Korexo.RunAsync(
            new Korexo.Run([
                .. new[] { "call", "data-tables", "insert-row", "--table-name", "Contacts", "--body", "-" },
                .. new[] { "--credentials", platform.CredentialFile },
            ])
            {
                Input = """{"data":{"Name":"Zoë"}}""",
            }
        );

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("\"Zoë\"", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_that_is_interrupted_leaves_the_token_of_the_job()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // there is no such signal, and the code is the same
        }

        await using var platform = await CalledPlatform.StartAsync(new XoSimulatorOptions { PollsPerJob = 1000 });
        using var process = Korexo.Start(
            new Korexo.Run([
                .. new[] { "call", "bot-definition", "start-bot-export", "--bot", platform.Bot.Id, "--export-type", "published" },
                .. new[] { "--credentials", platform.CredentialFile },
            ])
        );
        var first = await process.StandardError.ReadLineAsync();
        using (var signal = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync();
        }

        var rest = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.StartsWith("pending after", first, StringComparison.Ordinal);
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("korexo call bot-definition start-bot-export --resume ", rest, StringComparison.Ordinal);
    }

    private static Task<Korexo.Ended> InsertAsync(CalledPlatform platform) =>
        platform.CallAsync("data-tables", "insert-row", "--table-name", "Contacts", "--data", """{"Name":"Ada"}""");
}
