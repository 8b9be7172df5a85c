using System.Globalization;
using KoreXo.Samples;

namespace AnalyticsExport;

/// <summary>The settings of the export: what to export, from where, and to which folder.</summary>
internal sealed record ExportSettings
{
    public const string Usage = """
        Usage: AnalyticsExport [--out <folder>] [--window <hours>] [--page <size>]
                               [--sessions <number>] [--faults none|storm]                      simulated platform
                               --endpoint <address> --bot <id> --from <time> --to <time>        real platform

        The real platform takes the app's id and secret from KOREXO_CLIENT_ID and KOREXO_CLIENT_SECRET.
        An interrupted export resumes where it stopped when it is started again.
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
    /// <exception cref="FormatException">The arguments are invalid.</exception>
    public static ExportSettings Parse(string[] args)
    {
        var arguments = new Arguments(
            args,
            "--out",
            "--window",
            "--page",
            "--sessions",
            "--faults",
            "--endpoint",
            "--bot",
            "--from",
            "--to"
        );
        var defaults = new ExportSettings();
        var settings = new ExportSettings
        {
            Folder = arguments["--out"] ?? defaults.Folder,
            Window = TimeSpan.FromHours(arguments.Number("--window", (int)defaults.Window.TotalHours, most: 144)),
            PageSize = arguments.Number("--page", defaults.PageSize, most: 10_000),
            Sessions = arguments.Number("--sessions", defaults.Sessions, most: 1_000_000),
            IsStormy = arguments["--faults"] switch
            {
                null or "none" => false,
                "storm" => true,
                _ => throw new FormatException("--faults must be none or storm."),
            },
            Endpoint = arguments["--endpoint"] is { } endpoint ? new Uri(endpoint) : null,
            BotId = arguments["--bot"] ?? "",
            From = arguments["--from"] is { } from ? Time(from) : default,
            To = arguments["--to"] is { } to ? Time(to) : default,
        };

        return settings.Endpoint is null || (settings.BotId.Length > 0 && settings.From < settings.To)
            ? settings
            : throw new FormatException("--endpoint requires --bot, --from and a later --to.");
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new FormatException($"'{text}' is not a time such as 2026-03-01T00:00:00Z.");
}
