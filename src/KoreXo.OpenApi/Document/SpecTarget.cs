using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Document;

/// <summary>The target of a reference.</summary>
internal sealed record SpecTarget(SpecNode Node, string Pointer);
