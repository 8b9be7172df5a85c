using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs;

/// <summary>Two versions of one document.</summary>
/// <param name="Name">The name of the document's file.</param>
/// <param name="Old">The old file; null if the document is new.</param>
/// <param name="New">The new file; null if the document was removed.</param>
internal sealed record SpecPair(string Name, string? Old, string? New);

/// <summary>One side of a comparison: the generator's model of a document, and the locations of its parts.</summary>
internal sealed record SpecSource(DocumentModel Model, SpecPlaces Places);

/// <summary>A location in a document.</summary>
/// <param name="File">The file, as it was given.</param>
/// <param name="Line">The one-based line.</param>
/// <param name="Pointer">The JSON pointer.</param>
internal sealed record SpecPlace(string File, int Line, string Pointer);
