using System.CommandLine;
using System.Text.Json.Nodes;
using KoreXo.Cli.Locks;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Scopes;
using Spectre.Console;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo scopes report</c>: reports which call requires which scope, and which credential was granted it.</summary>
internal sealed class ScopeReportCommand
{
    private readonly TargetOptions _target = new();
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON." };
    private readonly Option<bool> _sarif = new("--sarif") { Description = "Write SARIF 2.1.0." };
    private readonly Option<FileInfo?> _output = new("--output", "-o") { Description = "Write to this file instead of standard output." };
    private readonly Option<bool> _check = new("--check")
    {
        Description = "Exit with 1 if anything is missing, unused, unknown or unreadable; with --base, only if a scope is new.",
    };

    private readonly Option<string?> _base = new("--base")
    {
        Description = $"Compare with a lock, or with the {LockBase.FileName} of a git revision, and report what is new.",
    };

    private readonly Option<FileInfo?> _policy = new("--policy")
    {
        Description = "A JSON file that says which scopes are never allowed, and who owns which; --check exits with 1 if it is violated.",
    };

    private readonly Option<FileInfo?> _observed = new("--observed")
    {
        Description =
            "A JSON file with the number of calls by the telemetry tags korexo.credential and korexo.scopes; reports what was never used.",
    };

    public static Command Create()
    {
        var report = new ScopeReportCommand();
        var command = new Command(
            "report",
            "Report which call requires which scope, and which credential was granted it; by default as Markdown, or as tables on a terminal."
        )
        {
            report._json,
            report._sarif,
            report._output,
            report._check,
            report._base,
            report._policy,
            report._observed,
        };
        report._target.AddTo(command);
        command.SetAction(CommandRun.Guarded(report.RunAsync));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_json) && parsed.GetValue(_sarif))
        {
            throw new CommandException("--json and --sarif cannot be combined.");
        }

        var compares = parsed.GetValue(_base) is not null || parsed.GetValue(_policy) is not null || parsed.GetValue(_observed) is not null;
        if (compares && parsed.GetValue(_sarif))
        {
            throw new CommandException("--base, --policy and --observed cannot be combined with --sarif; use --json.");
        }

        // What is wrong with a file is said before the solution is loaded, which takes a while.
        var policy = parsed.GetValue(_policy) is { } file ? await ScopePolicy.ReadAsync(file, cancellationToken) : null;
        var observed = parsed.GetValue(_observed) is { } usage ? await ObservedUsage.ReadAsync(usage, cancellationToken) : null;
        using var solution = await _target.LoadAsync(parsed, cancellationToken);
        var before = parsed.GetValue(_base) is { } name ? await LockBase.ReadAsync(name, solution.Folder, cancellationToken) : null;
        GrowthReport? growth = null;
        ScopeReport report;
        if (compares)
        {
            (report, var needs) = await ScopeLockCommand.BuildAsync(solution, cancellationToken);
            growth = new GrowthReport(
                needs,
                before is null ? null : ScopeGrowth.Compare(needs, before),
                policy?.Judge(needs, report) ?? [],
                observed
            );
        }
        else
        {
            report = await CommandRun.WatchedAsync("Analyzing calls", () => ReportBuilder.BuildAsync(solution, cancellationToken));
        }

        await WriteAsync(parsed, report, growth, cancellationToken);
        var isFault = before is null && report.HasFaults;
        return parsed.GetValue(_check) && (isFault || growth is { HasFaults: true }) ? ExitCodes.Found : ExitCodes.Success;
    }

    private async Task WriteAsync(ParseResult parsed, ScopeReport report, GrowthReport? growth, CancellationToken cancellationToken)
    {
        var (json, sarif) = (parsed.GetValue(_json), parsed.GetValue(_sarif));
        if (parsed.GetValue(_output) is null && CommandRun.IsOnTerminal(parsed) && !json && !sarif)
        {
            TerminalReport.Write(report, AnsiConsole.Console);
            AnsiConsole.Console.Write(new Text(growth?.ToMarkdown() ?? ""));
            return;
        }

        var text = (json, sarif) switch
        {
            (true, _) => JsonText.Write(Json(report, growth)),
            (_, true) => SarifReport.Write(report),
            _ => MarkdownReport.Write(report) + growth?.ToMarkdown(),
        };
        await CommandRun.WriteAsync(parsed, text, parsed.GetValue(_output), cancellationToken);
    }

    private static JsonObject Json(ScopeReport report, GrowthReport? growth)
    {
        var json = JsonReport.Build(report);
        growth?.AddTo(json);
        return json;
    }
}
