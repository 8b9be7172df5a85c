using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Reading;

/// <summary>One side of a comparison: what the generator makes of a document, and where its parts stand.</summary>
internal sealed record SpecSource(DocumentModel Model, SpecPlaces Places);
