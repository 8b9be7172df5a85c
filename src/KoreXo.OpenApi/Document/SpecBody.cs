using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Document;

/// <summary>A request body.</summary>
/// <param name="Document">The document.</param>
/// <param name="Node">The body; null where the reference to it leads nowhere, which has been reported.</param>
/// <param name="Pointer">Where the body is.</param>
internal sealed record SpecBody(SpecDocument Document, SpecNode? Node, string Pointer)
{
    public List<SpecMedia> Content => Node is null ? [] : Document.Content(Node, Pointer);

    public bool IsRequired => Node?.Boolean("required") == true;

    public string Description => Node?.String("description") ?? "";
}
