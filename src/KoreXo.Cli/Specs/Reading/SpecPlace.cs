namespace KoreXo.Cli.Specs.Reading;

/// <summary>A location in a document.</summary>
/// <param name="File">The file, as it was given.</param>
/// <param name="Line">The one-based line.</param>
/// <param name="Pointer">The JSON pointer.</param>
internal sealed record SpecPlace(string File, int Line, string Pointer);
