using KoreXo.Generator.Reading;
using NSwag;

namespace KoreXo.Generator.Parsing;

/// <summary>An operation and where it stands.</summary>
internal sealed record OperationSite(
    string Id,
    string Verb,
    string Path,
    OpenApiOperation Operation,
    SpecNode Node,
    SpecNode PathNode,
    string Pointer,
    string PathPointer
)
{
    /// <summary>The part of the node that is this method's own: a variant's entry, else the operation itself.</summary>
    public SpecNode Own { get; init; } = Node;

    public IEnumerable<string> Tags => Node.Strings("tags");

    /// <summary>The operation whose answers tell the state of the job that this one starts.</summary>
    public string? StatusOperationId => Node["x-job"]?.String("status");
}
