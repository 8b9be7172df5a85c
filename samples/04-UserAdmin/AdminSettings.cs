using KoreXo.Samples;

namespace UserAdmin;

/// <summary>The settings: which users the account should have.</summary>
internal sealed record AdminSettings
{
    public const string Usage = """
        Usage: UserAdmin [--users <csv>] [--apply yes|no] [--erase <user id>]                       simulated platform
                         --endpoint <address> --bot <id> --users <csv> [--apply yes|no] [--erase <user id>]   real platform

        Without --apply yes it is a dry run: it shows what would be done and changes nothing.
        The CSV has the columns email, firstName, lastName and role; the role may be empty.
        The real platform takes the app's id and secret from KOREXO_CLIENT_ID and KOREXO_CLIENT_SECRET.
        Exit code: 0 = success, 1 = a line of the file or a user failed, 2 = wrong arguments.
        """;

    private AdminSettings(Arguments arguments)
    {
        Users = arguments["--users"] ?? Path.Combine(AppContext.BaseDirectory, "users.csv");
        Apply = arguments["--apply"] ?? "no";
        Erase = arguments["--erase"];
        Endpoint = arguments["--endpoint"] is { } endpoint ? new Uri(endpoint) : null;
        BotId = arguments["--bot"] ?? "";
    }

    public string Users { get; }

    public string Apply { get; }

    public bool IsDryRun => Apply == "no";

    public string? Erase { get; init; }

    public Uri? Endpoint { get; }

    public string BotId { get; init; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">The arguments are invalid.</exception>
    public static AdminSettings Parse(string[] args)
    {
        var settings = new AdminSettings(new Arguments(args, "--users", "--apply", "--erase", "--endpoint", "--bot"));
        return settings switch
        {
            { Apply: not ("yes" or "no") } => throw new FormatException("--apply must be yes or no."),
            { Endpoint: not null, BotId: "" } => throw new FormatException("--endpoint requires --bot."),
            _ => settings,
        };
    }
}
