using KoreXo.Samples;

namespace BotPipeline;

/// <summary>The settings of the pipeline.</summary>
internal sealed record PipelineSettings
{
    public const string Usage = """
        Usage: BotPipeline [--files <folder>] [--backup <file>] [--state <file>] [--fail none|batch|conversation]   simulated platform
                           --endpoint <address> --bot <id> [--batch <suite>] [--conversation <suite>] [--user <mail>]  real platform

        The real platform takes the apps' ids and secrets from KOREXO_ADMIN_ID, KOREXO_ADMIN_SECRET, KOREXO_PLATFORM_ID and
        KOREXO_PLATFORM_SECRET. Exit code: 0 = published, 1 = a test suite or a step failed, 2 = wrong arguments.
        An interrupted run against a real platform resumes where it stopped when it is started again.
        """;

    private PipelineSettings(Arguments arguments)
    {
        Files = arguments["--files"] ?? Path.Combine(AppContext.BaseDirectory, "bot");
        Backup = arguments["--backup"] ?? "bot-backup.zip";
        State = arguments["--state"] ?? "bot-pipeline.state.json";
        Batch = arguments["--batch"] ?? "Regression";
        Conversation = arguments["--conversation"] ?? "Booking";
        User = arguments["--user"] ?? "ci@example.com";
        Fail = arguments["--fail"] ?? "none";
        Endpoint = arguments["--endpoint"] is { } endpoint ? new Uri(endpoint) : null;
        BotId = arguments["--bot"] ?? "";
    }

    public string Files { get; }

    public string Backup { get; }

    public string State { get; }

    public string Batch { get; }

    public string Conversation { get; }

    public string User { get; }

    public string Fail { get; }

    public Uri? Endpoint { get; }

    public string BotId { get; init; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">The arguments are invalid.</exception>
    public static PipelineSettings Parse(string[] args)
    {
        var settings = new PipelineSettings(
            new Arguments(args, "--files", "--backup", "--state", "--batch", "--conversation", "--user", "--fail", "--endpoint", "--bot")
        );
        return settings switch
        {
            { Fail: not ("none" or "batch" or "conversation") } => throw new FormatException("--fail must be none, batch or conversation."),
            { Endpoint: not null, BotId: "" } => throw new FormatException("--endpoint requires --bot."),
            _ => settings,
        };
    }
}
