using System.Globalization;
using KoreXo;
using KoreXo.Samples;

namespace FleetExport;

/// <summary>The settings of a worker.</summary>
internal sealed record WorkSettings
{
    public required Uri Endpoint { get; init; }

    public required string Folder { get; init; }

    public required string Name { get; init; }

    public required TimeSpan Lease { get; init; }

    public required int PageSize { get; init; }

    /// <summary>Gets the windows of the rate limit for each bot; empty for those that the platform documents.</summary>
    public required IReadOnlyList<RateLimitWindow> Windows { get; init; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">The arguments are invalid.</exception>
    public static WorkSettings Parse(string[] args)
    {
        var arguments = new Arguments(args, "--endpoint", "--out", "--name", "--lease", "--page", "--rate");
        return new WorkSettings
        {
            Endpoint = new Uri(arguments["--endpoint"] ?? throw new FormatException("--endpoint is missing.")),
            Folder = arguments["--out"] ?? PlanSettings.DefaultFolder,
            Name = arguments["--name"] ?? string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}"),
            Lease = TimeSpan.FromSeconds(arguments.Number("--lease", otherwise: 60, most: 3600)),
            PageSize = arguments.Number("--page", otherwise: 1000, most: 10_000),
            Windows = [.. (arguments["--rate"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Window)],
        };
    }

    private static RateLimitWindow Window(string text) =>
        text.Split('/') is [var calls, var seconds] && Number(calls) is > 0 and var number && Number(seconds) is > 0 and var length
            ? new RateLimitWindow(number, length)
            : throw new FormatException("--rate must be calls/seconds, such as 60/60,1800/3600.");

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
