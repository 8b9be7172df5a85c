namespace KoreXo.Cli.Specs.Reading;

/// <summary>Two versions of one document.</summary>
/// <param name="Name">The name of the document's file.</param>
/// <param name="Old">The old file; null if the document is new.</param>
/// <param name="New">The new file; null if the document was removed.</param>
internal sealed record SpecPair(string Name, string? Old, string? New);
