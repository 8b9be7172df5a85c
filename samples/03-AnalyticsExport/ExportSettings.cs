using System.Globalization;

namespace AnalyticsExport;

/// <summary>What to export, from where, and to which folder.</summary>
internal sealed record ExportSettings
{
    public const string Usage = """
        Usage: AnalyticsExport [--out <folder>] [--window <hours>] [--page <size>]
                               [--sessions <number>] [--faults none|storm]                      simulated platform
                               --endpoint <address> --bot <id> --from <time> --to <time>        real platform

        The real platform takes the app's id and secret from KOREXO_CLIENT_ID and KOREXO_CLIENT_SECRET.
        An export that was interrupted goes on where it stopped when it is started again.
        """;

    public string Folder { get; private init; } = "export";

    public TimeSpan Window { get; private init; } = TimeSpan.FromHours(6);

    public int PageSize { get; private init; } = 1000;

    public int Sessions { get; private init; } = 20_000;

    public bool IsStormy { get; private init; }

    public Uri? Endpoint { get; private init; }

    public string BotId { get; init; } = "";

    public DateTimeOffset From { get; init; }

    public DateTimeOffset To { get; init; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">They make no sense.</exception>
    public static ExportSettings Parse(string[] args)
    {
        var settings = new ExportSettings();
        for (var index = 0; index < args.Length; index += 2)
        {
            var value = index + 1 < args.Length ? args[index + 1] : throw new FormatException($"{args[index]} needs a value.");
            settings = args[index] switch
            {
                "--out" => settings with { Folder = value },
                "--window" => settings with { Window = TimeSpan.FromHours(Number(value, most: 144)) },
                "--page" => settings with { PageSize = Number(value, most: 10_000) },
                "--sessions" => settings with { Sessions = Number(value, most: 1_000_000) },
                "--faults" => settings with { IsStormy = value == "storm" || (value == "none" ? false : throw new FormatException("--faults is none or storm.")) },
                "--endpoint" => settings with { Endpoint = new Uri(value) },
                "--bot" => settings with { BotId = value },
                "--from" => settings with { From = Time(value) },
                "--to" => settings with { To = Time(value) },
                _ => throw new FormatException($"There is no option {args[index]}."),
            };
        }

        return settings.Endpoint is null || (settings.BotId.Length > 0 && settings.From < settings.To)
            ? settings
            : throw new FormatException("--endpoint goes with --bot, --from and a later --to.");
    }

    private static int Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most
            ? number
            : throw new FormatException($"'{text}' is no number from 1 to {most}.");

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new FormatException($"'{text}' is no time, such as 2026-03-01T00:00:00Z.");
}
