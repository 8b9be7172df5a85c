using System.CommandLine;
using System.Text.Json.Nodes;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Reports;
using KoreXo.Cli.Rules;

namespace KoreXo.Cli.Commands;

/// <summary><c>korexo explain</c>: prints the page of a diagnostic, without network access.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("id") { Description = "The id of a rule, such as KXO1001.", Arity = ArgumentArity.ZeroOrOne };
        var list = new Option<bool>("--list") { Description = "List all rules: id, severity and title." };
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        var command = new Command("explain", "Print the page of a rule: cause, reason, examples, configuration.") { id, list, json };
        command.SetAction(
            CommandRun.Guarded(
                async (parsed, cancellationToken) =>
                {
                    var text = (parsed.GetValue(id), parsed.GetValue(list)) switch
                    {
                        ({ } given, false) => Explain(RulePage.Get(given), parsed.GetValue(json)),
                        (null, true) => List(parsed.GetValue(json)),
                        _ => throw new CommandException("Name either a rule or --list, as in 'korexo explain KXO1001'."),
                    };
                    await CommandRun.WriteAsync(parsed, text, file: null, cancellationToken);
                    return ExitCodes.Success;
                }
            )
        );
        return command;
    }

    private static string Explain(RulePage page, bool json)
    {
        if (!json)
        {
            return page.Text;
        }

        var facts = Facts(page);
        facts["page"] = page.Text;
        return JsonText.Write(facts);
    }

    private static string List(bool json)
    {
        if (json)
        {
            return JsonText.Write(
                new JsonObject { ["rules"] = new JsonArray([.. RulePage.All.Select(static JsonNode (page) => Facts(page))]) }
            );
        }

        var width = RulePage.All.Max(static page => page.Severity.Length);
        return string.Concat(RulePage.All.Select(page => $"{page.Id}  {page.Severity.PadRight(width)}  {page.Title}\n"));
    }

    private static JsonObject Facts(RulePage page) =>
        new()
        {
            ["id"] = page.Id,
            ["severity"] = page.Severity,
            ["title"] = page.Title,
        };
}
