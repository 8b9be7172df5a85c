using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Document;

/// <summary>A request body.</summary>
/// <param name="Document">The document.</param>
/// <param name="Node">The body; null if the reference to it is broken, which has been reported.</param>
/// <param name="Pointer">The pointer of the body.</param>
internal sealed record SpecBody(SpecDocument Document, SpecNode? Node, string Pointer)
{
    public List<SpecMedia> Content => Node is null ? [] : Document.Content(Node, Pointer);

    public bool IsRequired => Node?.Boolean("required") == true;

    public string Description => Node?.String("description") ?? "";
}
