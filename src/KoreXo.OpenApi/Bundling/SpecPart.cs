namespace KoreXo.OpenApi.Bundling;

/// <summary>A file that documents may refer to: an overlay, or a part that several documents share.</summary>
internal sealed record SpecPart(string Path, string Text);
