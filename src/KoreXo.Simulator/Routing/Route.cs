using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Routing;

/// <summary>The match of a request line: an operation, or the variants of one, and the values of its path parameters.</summary>
internal sealed record Route(IReadOnlyList<ApiOperation> Operations, IReadOnlyDictionary<string, string> PathValues);
