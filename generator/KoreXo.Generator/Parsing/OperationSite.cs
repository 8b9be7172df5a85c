using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Parsing;

/// <summary>An operation and its id.</summary>
internal sealed record OperationSite(string Id, SpecOperation Operation)
{
    public string Verb => Operation.Verb;

    public string Path => Operation.Path.Template;

    public SpecNode Node => Operation.Node;

    public string Pointer => Operation.Pointer;

    /// <summary>The part of the node that is this method's own: a variant's entry, else the operation itself.</summary>
    public SpecNode Own { get; init; } = Operation.Node;

    public IEnumerable<string> Tags => Node.Strings("tags");

    /// <summary>The operation whose answers tell the state of the job that this one starts.</summary>
    public string? StatusOperationId => XJob.StatusOf(Node);
}
