using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Simulator.Documents;

/// <summary>What one OpenAPI document says.</summary>
internal sealed record ApiDocument(IReadOnlyList<ApiOperation> Operations, IReadOnlyList<KnownScope> KnownScopes);
