using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Routing;

/// <summary>What a request line stands for: an operation, or the variants of one, and the values in its path.</summary>
internal sealed record Route(IReadOnlyList<ApiOperation> Operations, IReadOnlyDictionary<string, string> PathValues);
