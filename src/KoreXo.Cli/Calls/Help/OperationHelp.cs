using System.CommandLine;
using System.Globalization;
using System.Text;
using KoreXo.Cli.Calls.Arguments;
using KoreXo.Cli.Calls.Documents;
using KoreXo.Cli.Reports;
using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Cli.Calls.Help;

/// <summary>Writes the help of one operation.</summary>
internal static class OperationHelp
{
    public static string Write(CallOperation operation, IEnumerable<Option> options)
    {
        var (text, model) = (new StringBuilder(), operation.Model);
        HelpText.AppendWrapped(text, model.Summary, 0);
        HelpText.AppendWrapped(text, model.Description, 0);
        text.Append('\n');
        HelpText.AppendTable(text, [.. Facts(operation)]);
        var required = operation.Arguments.Where(static argument => argument.IsRequired).ToList();
        AppendArguments(text, "Required arguments", required, operation);
        AppendArguments(text, "Other arguments", operation.Arguments.Except(required), operation);
        if (model.Body is { } body)
        {
            text.Append("\nBody\n  --body  ").Append(BodyForm(body)).Append('\n');
            HelpText.AppendWrapped(text, body.Description, 6);
        }

        text.Append("\nOptions\n");
        HelpText.AppendTable(text, [.. options.Select(CallList.Line)]);
        text.Append("\nExample\n  ").Append(ShownText.From(Example(operation))).Append('\n');
        return text.ToString();
    }

    /// <summary>Returns a command line that calls the operation: its required arguments, with values of their types.</summary>
    public static string Example(CallOperation operation) =>
        string.Join(' ', ExampleWords(operation, quoted: true).Prepend(operation.Command));

    /// <summary>Returns the words of the example after the name of the operation.</summary>
    public static IEnumerable<string> ExampleWords(CallOperation operation, bool quoted)
    {
        var examples = new ArgumentExample(operation.Document.Context);
        foreach (var argument in operation.Arguments.Where(static argument => argument.IsRequired))
        {
            yield return argument.Shown;
            yield return Quote(examples.Value(argument));
        }

        if (
            operation.Model.Body is { IsRequired: true } body
            && !operation.Arguments.Any(static argument => argument is { IsRequired: true, Place: ArgumentPlace.Body })
        )
        {
            yield return "--body";
            yield return body.Kind is BodyKind.Json or BodyKind.Form ? Quote(examples.Body(body.Type)?.ToJsonString() ?? "{}") : "@FILE";
        }

        if (operation.Model.Result.IsBinary && operation.Model.Job is null)
        {
            yield return "--out";
            yield return "FILE";
        }

        string Quote(string value) => quoted ? ArgumentExample.Quote(value) : value;
    }

    private static IEnumerable<(string Name, string Text)> Facts(CallOperation operation)
    {
        var model = operation.Model;
        yield return ("request", $"{model.Verb} {model.Path}");
        if (model.Scopes is { Alternatives.Count: > 0 } need)
        {
            yield return ("scopes", string.Join(", or ", need.Alternatives.Select(alternative => Words(alternative, operation))));
        }

        if (model.RateLimit is { } limit)
        {
            var windows = limit.Windows.Select(static window =>
                string.Create(CultureInfo.InvariantCulture, $"{window.Calls} call{(window.Calls == 1 ? "" : "s")} in {window.Seconds} s")
            );
            yield return (
                "rate limit",
                $"{string.Join(", ", windows)}{(limit.By.Count > 0 ? $" for each {string.Join(", ", limit.By.Select(key => Option(key, operation)))}" : "")}"
            );
        }

        yield return (
            "result",
            model switch
            {
                { Job: not null } => "a job; the command waits for it, and its last status is the result",
                { Paging: not null } => "a list, in pages",
                { Result.IsBinary: true } => "a file",
                { Result.Stream: not null } => "items, as they arrive",
                { Result.IsLocation: true } => "the address that the service redirects to",
                { Result.Type: null } => "nothing",
                _ => "JSON",
            }
        );
        if (model.DocumentationUrl is { } address)
        {
            yield return ("docs", address);
        }

        if (model.IsDeprecated)
        {
            yield return ("deprecated", "The document advises against new uses.");
        }
    }

    private static string Words(ScopeAlternative alternative, CallOperation operation) =>
        string.Join(" and ", alternative.Scopes.Select(static scope => $"'{scope}'"))
        + (alternative.Resource is { } resource ? $" on the resource that {Option(resource, operation)} names" : "")
        + (alternative.Credential is { } kind ? $" ({kind})" : "");

    // A parameter with one value is no argument.
    private static string Option(ParameterKey key, CallOperation operation) =>
        operation.Arguments.FirstOrDefault(argument => argument.Parameter?.Key == key)?.Shown ?? $"'{key.Name}'";

    private static string BodyForm(BodyModel body) =>
        body.Kind switch
        {
            BodyKind.Binary => "@FILE",
            BodyKind.Text => "text, @FILE, or - for standard input",
            BodyKind.Multipart => "the parts as a JSON object; files as \"@path\"",
            _ => "the whole body as JSON, @FILE, or - for standard input; other options override its members",
        };

    private static void AppendArguments(StringBuilder text, string title, IEnumerable<CallArgument> arguments, CallOperation operation)
    {
        var first = true;
        foreach (var argument in arguments)
        {
            text.Append(first ? $"\n{title}\n" : "");
            first = false;
            text.Append("  ").Append(argument.Option).Append(argument.Alias is { } alias ? $", {alias}" : "");
            text.Append("  ").Append(HelpText.Plain(TypeWords.Of(argument.Type, operation.Document.Context)));
            text.Append(Limits(argument)).Append(SentAs(argument)).Append('\n');
            HelpText.AppendWrapped(text, argument.Description, 6);
        }
    }

    // What --body and the platform's pages call it.
    private static string SentAs(CallArgument argument) =>
        "--" + Kebab.From(argument.WireName) == argument.Option ? "" : $"; sent as {HelpText.Plain(argument.WireName)}";

    private static string Limits(CallArgument argument)
    {
        var facts = argument.Facts;
        var limits = new[]
        {
            facts.Minimum is { } minimum ? string.Create(CultureInfo.InvariantCulture, $"at least {minimum}") : null,
            facts.Maximum is { } maximum ? string.Create(CultureInfo.InvariantCulture, $"at most {maximum}") : null,
            facts.MaxItems is { } items ? string.Create(CultureInfo.InvariantCulture, $"at most {items} times") : null,
            facts.Default is { } value ? $"default: {HelpText.Plain(value)}" : null,
        };
        return string.Concat(limits.OfType<string>().Select(static limit => $"; {limit}"));
    }
}
