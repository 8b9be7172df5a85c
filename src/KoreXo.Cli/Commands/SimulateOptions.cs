using System.CommandLine;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Simulation;
using KoreXo.Simulator;

namespace KoreXo.Cli.Commands;

/// <summary>
/// The options of <c>korexo simulate</c>. Numbers are parsed here, so that an error message can say what to write instead.
/// </summary>
internal sealed class SimulateOptions
{
    private const int MostSessions = 1_000_000;

    private readonly Option<string> _port = new("--port")
    {
        Description = "The port on the loopback address, from 1 to 65535; any free port when omitted.",
    };
    private readonly Option<string[]> _bots = new("--bot")
    {
        Description = "The name of a bot to add; can be given more than once. Without one, here or in a seed file, a bot Travel is added.",
    };
    private readonly Option<string[]> _tables = new("--table")
    {
        Description =
            $"A data table to add, as NAME or NAME:column,column:type; can be given more than once. Types are {string.Join(", ", SimulatedColumn.Types)}; the default is string.",
    };

    private readonly Option<string> _sessions = new("--seed-sessions")
    {
        Description = "The number of conversation sessions to generate for every bot, with 6 messages each.",
    };
    private readonly Option<string[]> _seed = new("--seed")
    {
        Description =
            "A JSON file that describes bots, tables with rows, sessions, users and test suites; can be given more than once. A number instead of a file seeds ids and faults (the default is 1).",
    };

    private readonly Option<string> _faults = new("--faults")
    {
        Description = "none, or storm: a fifth of the requests fail.",
        DefaultValueFactory = static _ => "none",
    };
    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print the endpoint, credentials with tokens, ids and curl commands as one line of JSON.",
    };

    private readonly Argument<string?> _document = new("document")
    {
        Description =
            "An OpenAPI document (3.0 to 3.2 or Swagger 2.0, JSON or YAML) whose service is simulated instead of the platform; resources that can be created are kept.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<bool> _list = new("--list")
    {
        Description = "Print what the simulator does for each operation of the document, and exit.",
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_document);
        _faults.AcceptOnlyFromAmong("none", "storm");
        foreach (var option in new Option[] { _port, _bots, _tables, _sessions, _seed, _faults, _json, _list })
        {
            command.Options.Add(option);
        }
    }

    public bool WantsList(ParseResult parsed) => parsed.GetValue(_list);

    /// <summary>Returns the path of the document; null for the platform.</summary>
    /// <exception cref="CommandException">An option is for the platform only, or for a document only.</exception>
    public string? ReadDocument(ParseResult parsed)
    {
        if (parsed.GetValue(_document) is not { } document)
        {
            return WantsList(parsed)
                ? throw new CommandException("--list is for a document; give its path: korexo simulate crm.openapi.yaml --list")
                : null;
        }

        foreach (var option in new Option[] { _bots, _tables, _sessions })
        {
            if (parsed.GetResult(option) is not null)
            {
                throw new CommandException($"{option.Name} is for the platform; leave it out, or the document.");
            }
        }

        return document;
    }

    /// <summary>Returns the number that seeds ids and faults of a simulated document.</summary>
    /// <exception cref="CommandException">The seed is a file, which describes the platform's content.</exception>
    public int ReadNumber(ParseResult parsed) =>
        (parsed.GetValue(_seed) ?? []) switch
        {
            [] => 1,
            [var number] => OptionError.Number("--seed", number, 0, int.MaxValue, example: 1),
            _ => throw new CommandException("--seed is given several times; give one number with a document."),
        };

    public bool WantsJson(ParseResult parsed) => parsed.GetValue(_json);

    public bool WantsStorm(ParseResult parsed) => parsed.GetValue(_faults) == "storm";

    /// <exception cref="CommandException">The value is not a port number.</exception>
    public int ReadPort(ParseResult parsed) =>
        parsed.GetValue(_port) is { } text ? OptionError.Number("--port", text, 0, ushort.MaxValue, example: 8080) : 0;

    /// <exception cref="CommandException">A value is not in the format of its option, or a file cannot be read.</exception>
    public async Task<RequestedContent> ReadAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        new(
            await SeedOption.ReadAsync(parsed.GetValue(_seed) ?? [], cancellationToken),
            parsed.GetValue(_bots) ?? [],
            [.. (parsed.GetValue(_tables) ?? []).Select(TableOption.Parse)],
            parsed.GetValue(_sessions) is { } text ? OptionError.Number("--seed-sessions", text, 0, MostSessions, example: 20) : 0
        );
}
