using System.CommandLine;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Simulation;
using KoreXo.Simulator;

namespace KoreXo.Cli.Commands;

/// <summary>The options of <c>korexo simulate</c>. Numbers are read here, so that an error says what to write.</summary>
internal sealed class SimulateOptions
{
    private const int MostSessions = 1_000_000;

    private readonly Option<string> _port = new("--port")
    {
        Description = "The port on the loopback address, from 1 to 65535; any that is free when left out.",
    };
    private readonly Option<string[]> _bots = new("--bot")
    {
        Description = "The name of a bot to add; may be repeated. Without one, here or in a seed file, there is a bot Travel.",
    };
    private readonly Option<string[]> _tables = new("--table")
    {
        Description =
            $"A data table to add, as NAME or NAME:column,column:type; may be repeated. Types are {string.Join(", ", SimulatedColumn.Types)}; string when left out.",
    };

    private readonly Option<string> _sessions = new("--seed-sessions")
    {
        Description = "The number of conversation sessions, with 6 messages each, to make up for every bot.",
    };
    private readonly Option<string[]> _seed = new("--seed")
    {
        Description =
            "A JSON file that describes bots, tables with rows, sessions, users and test suites; may be repeated. A number instead of a file is what ids and faults are made from (1 when left out).",
    };

    private readonly Option<string> _faults = new("--faults")
    {
        Description = "none, or storm: a fifth of the requests goes wrong.",
        DefaultValueFactory = static _ => "none",
    };
    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print endpoint, credentials with tokens, ids and lines for curl as one line of JSON.",
    };

    public void AddTo(Command command)
    {
        _faults.AcceptOnlyFromAmong("none", "storm");
        foreach (var option in new Option[] { _port, _bots, _tables, _sessions, _seed, _faults, _json })
        {
            command.Options.Add(option);
        }
    }

    public bool WantsJson(ParseResult parsed) => parsed.GetValue(_json);

    public bool WantsStorm(ParseResult parsed) => parsed.GetValue(_faults) == "storm";

    /// <exception cref="CommandException">The value is no port.</exception>
    public int ReadPort(ParseResult parsed) =>
        parsed.GetValue(_port) is { } text ? OptionError.Number("--port", text, 0, ushort.MaxValue, example: 8080) : 0;

    /// <exception cref="CommandException">A value has not the form of its option, or a file cannot be read.</exception>
    public async Task<RequestedContent> ReadAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        new(
            await SeedOption.ReadAsync(parsed.GetValue(_seed) ?? [], cancellationToken),
            parsed.GetValue(_bots) ?? [],
            [.. (parsed.GetValue(_tables) ?? []).Select(TableOption.Parse)],
            parsed.GetValue(_sessions) is { } text ? OptionError.Number("--seed-sessions", text, 0, MostSessions, example: 20) : 0
        );
}
