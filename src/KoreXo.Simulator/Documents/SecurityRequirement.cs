using KoreXo.OpenApi;

namespace KoreXo.Simulator.Documents;

/// <summary>One way to authenticate: all of these schemes together. Without any, callers may be anonymous.</summary>
internal sealed record SecurityRequirement(EquatableArray<SchemeUse> Schemes);
