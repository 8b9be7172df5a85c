using System.Text.Json.Nodes;
using KoreXo.Cli.Calls.Arguments;
using KoreXo.Cli.Calls.Documents;
using KoreXo.Cli.Calls.Help;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Calls.Requests;

/// <summary>Checks the arguments of a call. All problems are reported together, and nothing is sent if there is one.</summary>
internal sealed class CallInputReader(CallOperation operation, IReadOnlyCollection<string> otherOptions)
{
    private readonly List<string> _problems = [];

    /// <summary>Whether the body is the JSON value null, as opposed to no body at all.</summary>
    private bool _isNull;

    /// <exception cref="CommandException">An argument is unknown, missing, or not of its type; the message names all of them.</exception>
    public async Task<CallInput> ReadAsync(GivenArguments given, CancellationToken cancellationToken)
    {
        CheckUnknown(given.Unknown);
        var values = Values(given);
        var bodyText = await BodyTextAsync(given, cancellationToken);
        var body = operation.Model.Body is { Kind: BodyKind.Json or BodyKind.Form or BodyKind.Multipart }
            ? Body(given, values, bodyText)
            : null;
        CheckMissing(values, body, bodyText);
        if (_problems.Count == 0 && (body is not null || _isNull))
        {
            CheckBody(body, values);
        }

        DemandNoProblem();
        return new CallInput(values, body, bodyText);
    }

    /// <summary>Rejects words that belong to no option.</summary>
    /// <exception cref="CommandException">There is such a word.</exception>
    public void DemandKnown(IReadOnlyList<string> unknown)
    {
        CheckUnknown(unknown);
        DemandNoProblem();
    }

    private void DemandNoProblem()
    {
        if (_problems.Count > 0)
        {
            throw new CommandException(
                $"{operation.Name} was not sent:\n{string.Join('\n', _problems.Select(static problem => $"  {problem.TrimEnd()}"))}\n'{operation.Command} --help' lists all arguments."
            );
        }
    }

    private void CheckUnknown(IReadOnlyList<string> unknown)
    {
        var names = operation
            .Arguments.SelectMany(static argument => new[] { argument.Option, argument.Alias })
            .OfType<string>()
            .Concat(otherOptions)
            .ToList();
        foreach (var option in unknown.Where(static word => word.StartsWith("--", StringComparison.Ordinal)))
        {
            var name = option.Split('=')[0];
            _problems.Add($"{name} is not an option of this operation{NameHint.End(name, names)}");
        }

        if (unknown.Count > 0 && !unknown[0].StartsWith("--", StringComparison.Ordinal))
        {
            _problems.Add($"'{unknown[0]}' has no option in front of it; write arguments as --name value.");
        }
    }

    private Dictionary<CallArgument, JsonNode?> Values(GivenArguments given)
    {
        var values = new Dictionary<CallArgument, JsonNode?>();
        foreach (var (argument, texts) in given.Values)
        {
            try
            {
                var words = texts.Select(text => text ?? (argument.IsFlag ? "true" : throw new FormatException("has no value"))).ToList();
                values[argument] = ArgumentValue.Read(argument, words, operation.Document.Context);
                CheckLimits(argument, values[argument]);
            }
            catch (FormatException problem)
            {
                _problems.Add($"{argument.Shown} {Sentence(problem.Message)}{Example(argument)}");
                values.Remove(argument);
            }
        }

        return values;
    }

    private static void CheckLimits(CallArgument argument, JsonNode? value)
    {
        var facts = argument.Facts;
        if (value is JsonValue number && number.TryGetValue<decimal>(out var amount))
        {
            if (amount < facts.Minimum)
            {
                throw new FormatException(FormattableString.Invariant($"is {amount}, but must be at least {facts.Minimum}"));
            }

            if (amount > facts.Maximum)
            {
                throw new FormatException(FormattableString.Invariant($"is {amount}, but must be at most {facts.Maximum}"));
            }
        }

        if (value is JsonArray items && items.Count > facts.MaxItems)
        {
            throw new FormatException(FormattableString.Invariant($"has {items.Count} values, but may have at most {facts.MaxItems}"));
        }
    }

    private async Task<string?> BodyTextAsync(GivenArguments given, CancellationToken cancellationToken)
    {
        if (given.Body.Count == 0)
        {
            return null;
        }

        if (given.Body is not [{ } text])
        {
            _problems.Add("--body takes one value: JSON, @FILE, or - for standard input.");
            return null;
        }

        try
        {
            return (text, operation.Model.Body?.Kind) switch
            {
                (_, BodyKind.Binary) => ArgumentValue.File(text),
                ("-", _) => await StandardInput.ReadAsync(cancellationToken),
                (_, BodyKind.Text) when text.StartsWith('@') => await File.ReadAllTextAsync(ArgumentValue.File(text), cancellationToken),
                _ => text,
            };
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            _problems.Add($"--body {Sentence(problem.Message)}");
            return null;
        }
    }

    private JsonNode? Body(GivenArguments given, Dictionary<CallArgument, JsonNode?> values, string? text)
    {
        if (text is null && given.Body.Count > 0)
        {
            return null; // the problem is reported already
        }

        JsonNode? body = null;
        try
        {
            // What standard input contains is never a file name.
            body =
                text is null ? null
                : given.Body is ["-"] ? ArgumentValue.ParseContent(text, "")
                : ArgumentValue.ParseJson(text);
            _isNull = text is not null && body is null;
        }
        catch (FormatException problem)
        {
            _problems.Add($"--body {Sentence(problem.Message)}");
            return null;
        }

        var members = values.Where(static entry => entry.Key.Place == ArgumentPlace.Body).ToList();
        if (members.Count > 0)
        {
            body = _isNull ? null : body ?? new JsonObject();
            if (body is not JsonObject whole)
            {
                _isNull = false;
                _problems.Add($"{members[0].Key.Shown} is a member of the body, but --body is not a JSON object.");
                return null;
            }

            foreach (var (argument, value) in members)
            {
                whole[argument.WireName] = value;
            }
        }
        else if (text is null && operation.Model.Body is { IsRequired: true, Type: TypeRef.Named { Kind: NamedKind.Object } })
        {
            body = new JsonObject();
        }

        return body;
    }

    private void CheckMissing(Dictionary<CallArgument, JsonNode?> values, JsonNode? body, string? bodyText)
    {
        if (
            (_isNull || body is not null and not JsonObject)
            && operation.Model.Body is { Type: TypeRef.Named { Kind: NamedKind.Object } } or { Kind: BodyKind.Multipart or BodyKind.Form }
        )
        {
            _problems.Add("--body must be a JSON object.");
            return;
        }

        var failed = _problems.Count > 0;
        foreach (var argument in operation.Arguments.Where(argument => argument.IsRequired && !values.ContainsKey(argument)))
        {
            var isInBody = argument.Place == ArgumentPlace.Body;
            if (
                isInBody && (body is null || (body is JsonObject members && members.ContainsKey(argument.WireName)))
                || (failed && _problems.Exists(problem => problem.StartsWith(argument.Shown + " ", StringComparison.Ordinal)))
            )
            {
                continue;
            }

            _problems.Add($"{argument.Shown} is missing: {Sentence(argument.Description)}{Example(argument)}");
        }

        if (operation.Model.Body is { IsRequired: true } needed && body is null && bodyText is null && !failed)
        {
            var example = new ArgumentExample(operation.Document.Context).Body(needed.Type)?.ToJsonString();
            _problems.Add(
                needed.Kind is BodyKind.Json or BodyKind.Form
                    ? $"--body is missing: {Sentence(needed.Description)}For example: --body {ArgumentExample.Quote(example ?? "{}")}"
                    : $"--body is missing: {Sentence(needed.Description)}For example: --body @FILE"
            );
        }
    }

    private void CheckBody(JsonNode? body, Dictionary<CallArgument, JsonNode?> values)
    {
        var (type, context) = (operation.Model.Body!.Type, operation.Document.Context);
        var options = values
            .Keys.Where(static argument => argument.Place == ArgumentPlace.Body)
            .ToDictionary(static argument => argument.WireName, static argument => argument.Shown, StringComparer.Ordinal);
        ConstantMembers.AddTo(body, type, context);
        var problems =
            operation.Model.Body.Kind == BodyKind.Multipart
                ? BodyFiles.Resolve((JsonObject)body!, type is TypeRef.Named named ? context.Object(named.Name) : null, options.ContainsKey)
                : new JsonCheck(context, options).Find(body, type, "");
        foreach (var problem in problems)
        {
            // A user who passes a member as an option does not know its name on the wire.
            var isOfOption = options.Values.Any(option => problem.StartsWith(option, StringComparison.Ordinal));
            _problems.Add($"{(isOfOption ? "" : "body: ")}{Sentence(problem)}");
        }
    }

    private string Example(CallArgument argument) => $"For example: {new ArgumentExample(operation.Document.Context).Of(argument)}";

    private static string Sentence(string text) =>
        text.Trim() is { Length: > 0 } trimmed ? HelpText.Plain(trimmed) + (trimmed[^1] is '.' or '?' ? " " : ". ") : "it is required. ";
}
