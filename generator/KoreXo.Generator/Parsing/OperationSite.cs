using KoreXo.Generator.Reading;
using NSwag;

namespace KoreXo.Generator.Parsing;

/// <summary>An operation and where it stands.</summary>
internal sealed record OperationSite(
    string Id, string Verb, string Path, OpenApiOperation Operation, SpecNode Node, SpecNode PathNode, string Pointer, string PathPointer)
{
    public IEnumerable<string> Tags => Node.Strings("tags");

    /// <summary>The operation whose answers tell the state of the job that this one starts.</summary>
    public string? StatusOperationId => Node["x-job"]?.String("status");
}
