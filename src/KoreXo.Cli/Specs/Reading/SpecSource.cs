using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Reading;

/// <summary>One side of a comparison: the generator's model of a document, and the locations of its parts.</summary>
internal sealed record SpecSource(DocumentModel Model, SpecPlaces Places);
