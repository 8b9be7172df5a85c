using KoreXo.Generator.Reading;

namespace KoreXo.Generator.Document;

/// <summary>What a reference leads to.</summary>
internal sealed record SpecTarget(SpecNode Node, string Pointer);
