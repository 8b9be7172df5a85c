using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Simulator.Documents;

/// <summary>The content of one OpenAPI document.</summary>
internal sealed record ApiDocument(IReadOnlyList<ApiOperation> Operations, IReadOnlyList<KnownScope> KnownScopes);
