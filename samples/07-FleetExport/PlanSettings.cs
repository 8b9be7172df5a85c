using System.Globalization;
using KoreXo.Samples;

namespace FleetExport;

/// <summary>The settings of a plan: whose data of which days is exported.</summary>
internal sealed record PlanSettings
{
    public const string DefaultFolder = "export";

    public required IReadOnlyList<string> Bots { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Gets the day after the last one.</summary>
    public required DateOnly To { get; init; }

    public required string Folder { get; init; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">The arguments are invalid.</exception>
    public static PlanSettings Parse(string[] args, TimeProvider clock)
    {
        var arguments = new Arguments(args, "--bots", "--from", "--to", "--out");
        var settings = new PlanSettings
        {
            Bots = (arguments["--bots"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            From = Day("--from", arguments["--from"]),
            To = Day("--to", arguments["--to"]),
            Folder = arguments["--out"] ?? DefaultFolder,
        };
        return settings switch
        {
            { Bots.Count: 0 } => throw new FormatException("--bots is missing."),
            _ when !settings.Bots.All(IsName) => throw new FormatException("--bots must be ids of bots, separated by commas."),
            _ when settings.From >= settings.To => throw new FormatException(
                "--to must be after --from; it is the day after the last one."
            ),
            _ when settings.To.ToDateTime(TimeOnly.MinValue) > clock.GetUtcNow().UtcDateTime => throw new FormatException(
                "--to must not be after today (UTC): a day that has not ended changes while it is read."
            ),
            _ => settings,
        };
    }

    // A bot has a folder of its own.
    private static bool IsName(string bot) => bot.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static DateOnly Day(string name, string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new FormatException($"{name} must be a day such as 2026-03-01.");
}
