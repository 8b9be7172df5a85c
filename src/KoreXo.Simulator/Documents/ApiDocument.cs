using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Simulator.Documents;

/// <summary>The content of one OpenAPI document.</summary>
internal sealed record ApiDocument(IReadOnlyList<ApiOperation> Operations, IReadOnlyList<KnownScope> KnownScopes)
{
    /// <summary>Gets the paths of the servers, such as <c>/v1</c>; without those that are only a slash.</summary>
    public IReadOnlyList<string> BasePaths { get; init; } = [];
}
