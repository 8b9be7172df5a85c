using KoreXo.Samples;

namespace TableLoad;

/// <summary>The settings: what to load, and where.</summary>
internal sealed record LoadSettings
{
    public const string Usage = """
        Usage: TableLoad [--rows <number>] [--table <name>] [--chunk <KiB>] [--faults none|storm]     simulated platform
                         --endpoint <address> --table <name> [--rows <number>] [--state <file>]       real platform

        The real platform takes the app's id and secret from KOREXO_CLIENT_ID and KOREXO_CLIENT_SECRET.
        An interrupted load resumes where it stopped when it is started again.
        """;

    // The platform rejects requests over 50 MB.
    private const int MostKiB = 50_000_000 / 1024;

    private LoadSettings(Arguments arguments)
    {
        Table = arguments["--table"] ?? "Customers";
        Rows = arguments.Number("--rows", otherwise: 5_000);
        ChunkBytes = 1024 * arguments.Number("--chunk", otherwise: 64);
        State = arguments["--state"] ?? "table-load.state";
        Faults = arguments["--faults"] ?? "none";
        Endpoint = arguments["--endpoint"] is { } endpoint ? new Uri(endpoint) : null;
    }

    public string Table { get; }

    public int Rows { get; }

    public int ChunkBytes { get; }

    public string State { get; }

    public string Faults { get; }

    public Uri? Endpoint { get; }

    /// <summary>Reads the arguments.</summary>
    /// <exception cref="FormatException">The arguments are invalid.</exception>
    public static LoadSettings Parse(string[] args)
    {
        var settings = new LoadSettings(new Arguments(args, "--table", "--rows", "--chunk", "--state", "--faults", "--endpoint"));
        return settings switch
        {
            { Faults: not ("none" or "storm") } => throw new FormatException("--faults must be none or storm."),
            { ChunkBytes: > MostKiB * 1024 } => throw new FormatException(
                $"--chunk must be at most {MostKiB} KiB, since the platform rejects requests over 50 MB."
            ),
            _ => settings,
        };
    }
}
