using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Testing.Generators;

/// <summary>An additional file in memory, with the metadata that the build would pass; those of the testing packages have none.</summary>
public sealed class TestDocument(string path, string text, ImmutableDictionary<string, string> metadata) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    /// <summary>A document that becomes a client.</summary>
    public TestDocument(string path, string text)
        : this(path, text, ImmutableDictionary<string, string>.Empty.Add("KoreXoOpenApi", "true")) { }

    public override string Path { get; } = path;

    public ImmutableDictionary<string, string> Metadata { get; } = metadata;

    /// <summary>Gets a string that is equal for equal documents with equal metadata.</summary>
    public string Key =>
        string.Join(
            '\n',
            [
                Path,
                .. Metadata.OrderBy(static item => item.Key, StringComparer.Ordinal).Select(static item => $"{item.Key}={item.Value}"),
                _text.ToString(),
            ]
        );

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;

    /// <summary>The document with a metadata value of its item, such as <c>Namespace</c>.</summary>
    public TestDocument With(string name, string value) => new(Path, _text.ToString(), Metadata.SetItem(name, value));

    /// <summary>The document with another text, as after an edit.</summary>
    public TestDocument WithText(string newText) => new(Path, newText, Metadata);
}
