using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Renaming;

/// <summary>An operation that has another id.</summary>
/// <param name="OldName">What its method was called, without <c>Async</c>.</param>
/// <param name="New">The operation as it is now.</param>
internal sealed record OperationRename(string OldName, OperationModel New);
