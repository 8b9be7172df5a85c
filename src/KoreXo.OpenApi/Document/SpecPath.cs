using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Document;

/// <summary>A path, such as <c>/pets/{petId}</c>, and the location of the object with its operations.</summary>
internal sealed record SpecPath(string Template, SpecNode Node, string Pointer);
