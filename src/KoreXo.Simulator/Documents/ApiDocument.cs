using KoreXo.OpenApi.Text;

namespace KoreXo.Simulator.Documents;

/// <summary>What one OpenAPI document says.</summary>
internal sealed record ApiDocument(IReadOnlyList<ApiOperation> Operations, SpecNode? KnownScopes);
