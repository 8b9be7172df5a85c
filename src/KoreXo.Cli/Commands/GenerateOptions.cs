using System.CommandLine;
using KoreXo.Cli.Specs.Generating;

namespace KoreXo.Cli.Commands;

/// <summary>The settings of an <c>OpenApiSpec</c> item, as options.</summary>
internal sealed class GenerateOptions
{
    private readonly Argument<string[]> _documents = new("documents")
    {
        Description = "The documents, OpenAPI 3 or Swagger 2.0.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _parts = new("--part")
    {
        Description = "A file that a document refers to; can be given more than once.",
    };

    private readonly Option<string[]> _overlays = new("--overlay")
    {
        Description = "A file of changes to a document (OpenAPI Overlay); can be given more than once.",
    };

    private readonly (string Name, Option<string?> Option)[] _settings =
    [
        ("Namespace", Setting("--namespace", "The namespace of the client and the models; by default from the file's name.")),
        ("ClientName", Setting("--client-name", "The name of the client class; by default the file's name and 'Client'.")),
        ("Operations", Setting("--operations", "The ids of the operations to include, separated by commas; * matches anything.")),
        ("Tags", Setting("--tags", "The tags to include, separated by commas.")),
        ("Grouping", Setting("--grouping", "'Tag' for one client per tag.")),
        (
            "Registration",
            Setting("--registration", "The name of the method that registers the client; * is the client's name without 'Client'.")
        ),
        ("Accessibility", Setting("--accessibility", "'public' or 'internal'.")),
        ("StringFormats", Setting("--string-formats", "The formats whose values stay strings, separated by commas; * for all.")),
        ("ScopesFrom", Setting("--scopes-from", "The extension of operations that lists their scopes, or a path into it.")),
    ];

    public void AddTo(Command command)
    {
        command.Arguments.Add(_documents);
        foreach (var (_, option) in _settings)
        {
            command.Options.Add(option);
        }

        command.Options.Add(_overlays);
        command.Options.Add(_parts);
    }

    /// <summary>Reads the documents and the files that they need.</summary>
    public async Task<IReadOnlyList<DocumentText>> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        const string marker = "KoreXoOpenApi";
        var overlays = (parsed.GetValue(_overlays) ?? []).Select(static path => Path.GetFullPath(path)).ToList();
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [marker] = "true" };
        foreach (var (name, option) in _settings)
        {
            if (parsed.GetValue(option) is { } value)
            {
                metadata[name] = value;
            }
        }

        if (overlays.Count > 0)
        {
            metadata["Overlays"] = string.Join(',', overlays);
        }

        var read = new List<DocumentText>();
        foreach (var document in parsed.GetRequiredValue(_documents))
        {
            read.Add(await DocumentText.ReadAsync(document, metadata, cancellationToken));
        }

        var part = new Dictionary<string, string>(StringComparer.Ordinal) { [marker] = "part" };
        foreach (var path in overlays.Concat(parsed.GetValue(_parts) ?? []))
        {
            read.Add(await DocumentText.ReadAsync(path, part, cancellationToken));
        }

        return read;
    }

    private static Option<string?> Setting(string name, string description) => new(name) { Description = description };
}
