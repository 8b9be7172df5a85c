using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Document;

/// <summary>The response for one status.</summary>
/// <param name="Status">Three digits, a range such as <c>2XX</c>, or <c>default</c>.</param>
/// <param name="Node">The response; null if the reference to it is broken.</param>
/// <param name="Content">The media types, in the order of the document.</param>
internal sealed record SpecResponse(string Status, SpecNode? Node, List<SpecMedia> Content)
{
    public string Description => Node?.String("description") ?? "";
}
