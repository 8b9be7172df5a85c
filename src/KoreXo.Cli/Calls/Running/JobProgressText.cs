using System.Globalization;
using KoreXo.Cli.Reports;

namespace KoreXo.Cli.Calls.Running;

/// <summary>Writes the progress of a job, a line for each change, on the thread that polls.</summary>
internal sealed class JobProgressText(TextWriter remarks) : IProgress<JobProgress>
{
    private string? _last;

    public void Report(JobProgress value)
    {
        var percent = value.Percent is { } done ? string.Create(CultureInfo.InvariantCulture, $", {done:0.#} %") : "";
        var state = $"{ShownText.From(value.State ?? "unknown")}{percent}";
        if (state != _last)
        {
            _last = state;
            remarks.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{state} after {value.Elapsed.TotalSeconds:0} s"));
        }
    }
}
