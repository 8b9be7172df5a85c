using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Routing;

/// <summary>What a request line stands for: an operation and the values in its path.</summary>
internal sealed record Route(ApiOperation Operation, IReadOnlyDictionary<string, string> PathValues);
