using KoreXo.Cli.Calls.Running;
using Microsoft.Extensions.Logging;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>What standard error says while a call lasts.</summary>
public sealed class CallRemarksTests
{
    [Fact]
    public void A_job_has_a_line_for_each_change_and_none_for_each_poll()
    {
        using var remarks = new StringWriter { NewLine = "\n" };
        var progress = new JobProgressText(remarks);

        progress.Report(new JobProgress(1, "queued", null, TimeSpan.FromSeconds(1)));
        progress.Report(new JobProgress(1, "queued", null, TimeSpan.FromSeconds(3)));
        progress.Report(new JobProgress(1, "running", 33.333, TimeSpan.FromSeconds(5.6)));
        progress.Report(new JobProgress(1, "running", 33.34, TimeSpan.FromSeconds(7)));
        progress.Report(new JobProgress(1, "\u001b[2J", 100, TimeSpan.FromSeconds(3600)));
        progress.Report(new JobProgress(1, null, null, TimeSpan.FromSeconds(3601)));

        Assert.Equal(
            "queued after 1 s\nrunning, 33.3 % after 6 s\n\\u001B[2J, 100 % after 3600 s\nunknown after 3601 s\n",
            remarks.ToString()
        );
    }

    [Theory]
    [InlineData(2, "retried\n")]
    [InlineData(6, "retried\n")]
    [InlineData(15, "retried\n")]
    [InlineData(1, "")]
    [InlineData(3, "")]
    public void Only_waits_and_retries_are_of_interest(int id, string expected)
    {
        using var remarks = new StringWriter { NewLine = "\n" };
        using var log = new CallLog(remarks);

        log.CreateLogger("KoreXo.Calls").Log(LogLevel.Information, new EventId(id), "retried", null, static (text, _) => text);
        log.CreateLogger("System.Net.Http").Log(LogLevel.Information, new EventId(id), "of others", null, static (text, _) => text);

        Assert.Equal(expected, remarks.ToString());
    }

    [Fact]
    public void A_server_does_not_steer_the_terminal_by_what_is_logged()
    {
        using var remarks = new StringWriter { NewLine = "\n" };
        using var log = new CallLog(remarks);

        log.CreateLogger("KoreXo").Log(LogLevel.Warning, new EventId(2), "a\u001b]0;b\u0007\nc", null, static (text, _) => text);

        Assert.Equal("a\\u001B]0;b\\u0007\\u000Ac\n", remarks.ToString());
    }
}
