using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Document;

/// <summary>What a reference leads to.</summary>
internal sealed record SpecTarget(SpecNode Node, string Pointer);
