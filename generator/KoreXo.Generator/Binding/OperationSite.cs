using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>An operation and its id.</summary>
internal sealed record OperationSite(string Id, SpecOperation Operation)
{
    public string Verb => Operation.Verb;

    public string Path => Operation.Path.Template;

    public SpecNode Node => Operation.Node;

    public string Pointer => Operation.Pointer;

    /// <summary>Gets the node with the parts specific to the method: a variant, or else the operation itself.</summary>
    public SpecNode Own { get; init; } = Operation.Node;

    public IEnumerable<string> Tags => Node.Strings("tags");

    /// <summary>Gets the first tag that is not blank.</summary>
    public string? FirstTag => Tags.FirstOrDefault(static tag => tag.Trim().Length > 0);

    /// <summary>Gets the id of the operation that returns the status of the job that this one starts.</summary>
    public string? StatusOperationId => XJob.StatusOf(Node);
}
