using System.CommandLine;
using KoreXo.Cli.Calls;
using KoreXo.Cli.Calls.Output;
using KoreXo.Cli.Calls.Running;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Commands;

/// <summary>The options that every call has, beside the arguments of its operation.</summary>
internal sealed class CallOptionSet
{
    private readonly Option<string?> _document = new(CallWords.DocumentOption)
    {
        Description = "Your own OpenAPI document, whose operations are called instead of the platform's.",
    };

    private readonly Option<string?> _endpoint = new("--endpoint")
    {
        Description = "The address of the service; by default KOREXO_ENDPOINT, or else the server in the document.",
    };

    private readonly Option<string?> _credentials = new("--credentials")
    {
        Description = "A JSON file with the credentials; by default the variables KOREXO_CLIENT_ID, KOREXO_CLIENT_SECRET and so on.",
    };

    private readonly Option<string?> _manifest = new("--manifest")
    {
        Description = "The manifest that says which scopes were granted; by default the only *.scopes.json of the folder.",
    };

    private readonly Option<bool> _simulate = new("--simulate")
    {
        Description = "Call a simulator in this process, with a bot and a table, instead of the platform.",
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "json, jsonl (a line for each item), csv, or table.",
        DefaultValueFactory = static _ => "json",
    };

    private readonly Option<bool> _json = new("--json") { Description = "The same as --output json." };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "The file to save a download to: the result, or the file that the result links to.",
    };

    private readonly Option<string?> _link = new("--link")
    {
        Description = "The link of the result that --out follows, as a JSON pointer such as /downloadURL.",
    };

    private readonly Option<bool> _pageAll = new("--page-all") { Description = "Read all pages instead of only the first." };

    private readonly Option<string?> _continue = new("--continue")
    {
        Description = "Continue after a page, with the token that was printed for it.",
    };

    private readonly Option<bool> _noWait = new("--no-wait")
    {
        Description = "Start the job and print its token for --resume, without waiting.",
    };

    private readonly Option<string?> _wait = new("--wait")
    {
        Description = "How long to wait for the job, such as 90s, 45m or 2h; 30m by default. The job itself continues after that.",
    };

    private readonly Option<string?> _resume = new("--resume") { Description = "Wait for a job that was started earlier, by its token." };

    private readonly Option<bool> _help = new("--help", "-h", "-?") { Description = "Show help." };

    public CallOptionSet()
    {
        foreach (var option in Common.Concat([_document, _out, _link, _continue, _wait, _resume]))
        {
            UsageError.RefuseEmptyValues(option);
        }
    }

    public bool WantsHelp(ParseResult parsed) => parsed.GetValue(_help);

    /// <summary>Adds the options that are the same on all levels of the command.</summary>
    public void AddTo(Command command)
    {
        _output.CompletionSources.Add("json", "jsonl", "csv", "table");
        foreach (var option in new Option[] { _document, _endpoint, _credentials, _manifest, _simulate, _output, _json, _help })
        {
            option.Recursive = true;
            command.Options.Add(option);
        }
    }

    /// <summary>Returns the options that only some operations have.</summary>
    public IEnumerable<Option> Of(Calls.Documents.CallOperation operation)
    {
        var model = operation.Model;
        IEnumerable<Option> paging = model is { Paging: not null, Job: null } ? [_pageAll, _continue] : [];
        IEnumerable<Option> job = model.Job is not null ? [_noWait, _wait, _resume] : [];
        IEnumerable<Option> download =
            model.Result.IsBinary && model.Job is null ? [_out]
            : model is { Paging: not null, Job: null } || (model.Result.Type is null && model.Job is null) ? []
            : [_out, _link];
        return paging.Concat(job).Concat(download);
    }

    /// <summary>Gets the options that every call has, for help.</summary>
    public IEnumerable<Option> Common => [_output, _simulate, _endpoint, _credentials, _manifest];

    /// <exception cref="CommandException">A value is not one that its option allows.</exception>
    public CallSettings Read(ParseResult parsed)
    {
        var format = parsed.GetValue(_output);
        if (parsed.GetValue(_json) && format != "json")
        {
            throw new CommandException($"--json and --output {format} cannot be combined.");
        }

        if (parsed.GetValue(_simulate) && parsed.GetValue(_endpoint) is not null)
        {
            throw new CommandException("--simulate and --endpoint cannot be combined: a simulated call is not sent to the service.");
        }

        return new CallSettings
        {
            Format = format switch
            {
                "json" => OutputFormat.Json,
                "jsonl" => OutputFormat.Jsonl,
                "csv" => OutputFormat.Csv,
                "table" => OutputFormat.Table,
                _ => throw new CommandException($"--output is '{format}', but must be json, jsonl, csv or table."),
            },
            Endpoint = parsed.GetValue(_endpoint),
            Credentials = parsed.GetValue(_credentials),
            Manifest = parsed.GetValue(_manifest),
            Simulate = parsed.GetValue(_simulate),
            Out = Value(parsed, _out),
            Link = Value(parsed, _link),
            PageAll = Value(parsed, _pageAll),
            Continue = Value(parsed, _continue),
            NoWait = Value(parsed, _noWait),
            Wait = Value(parsed, _wait) is { } wait ? WaitTime.Parse(wait) : null,
            Resume = Value(parsed, _resume),
        };
    }

    // An option that the operation does not have is not part of its command.
    private static T? Value<T>(ParseResult parsed, Option<T> option) =>
        parsed.GetResult(option) is null ? default : parsed.GetValue(option);
}
