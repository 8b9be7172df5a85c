using System.Text;
using KoreXo.Testing.Markup;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Tests.Testing;

/// <summary>A file of a test project, with the findings that are expected in it.</summary>
/// <param name="Path">Its path below the folder of the test.</param>
/// <param name="Markup">Its text with marks.</param>
public sealed record TestFile(string Path, string Markup)
{
    private const string Root = "/test/";

    /// <summary>Gets the projects it belongs to; null where the path tells.</summary>
    public IReadOnlyList<string>? Projects { get; init; }

    /// <summary>Gets whether the file is written with CRLF.</summary>
    public bool HasCrLf { get; init; }

    /// <summary>Gets whether the file begins with a byte order mark.</summary>
    public bool HasByteOrderMark { get; init; }

    public string FullPath => Root + Path;

    /// <summary>Gets the text and its marks where they are not those of the markup.</summary>
    public MarkedSource? Moved { get; init; }

    public MarkedSource Source => Moved ?? MarkedSource.Parse(HasCrLf ? Markup.ReplaceLineEndings("\r\n") : Markup);

    public SourceText Text => SourceText.From(Source.Text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: HasByteOrderMark));
}
