namespace KoreXo.Conventions.Documents;

/// <summary>One operation, or variant, of a document. An alternative is written <c>credential: scope + scope</c>.</summary>
internal sealed record SpecOperation(
    string File,
    string Id,
    string Verb,
    string Path,
    IReadOnlyList<string> Catalog,
    IReadOnlyList<string> Alternatives,
    IReadOnlyList<string?> Resources,
    bool IsPaged,
    string? JobStatus
)
{
    /// <summary>The name of its method.</summary>
    public string Method => char.ToUpperInvariant(Id[0]) + Id[1..] + "Async";
}
