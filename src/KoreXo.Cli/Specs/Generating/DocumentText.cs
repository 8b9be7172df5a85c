using System.Text;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Cli.Specs.Generating;

/// <summary>A file as the build passes it to the generator, with the settings of the item in a project.</summary>
internal sealed class DocumentText : AdditionalText
{
    private readonly SourceText _text;

    private DocumentText(string path, SourceText text, IReadOnlyDictionary<string, string> metadata)
    {
        Path = path;
        _text = text;
        Metadata = metadata;
    }

    public override string Path { get; }

    /// <summary>Gets the metadata of the item, by name.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <exception cref="CommandException">The file cannot be read.</exception>
    public static async Task<DocumentText> ReadAsync(
        string path,
        IReadOnlyDictionary<string, string> metadata,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            return new DocumentText(System.IO.Path.GetFullPath(path), SourceText.From(text, Encoding.UTF8), metadata);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"'{path}' cannot be read: {FileProblem.Describe(path, fault)}", fault);
        }
    }

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
