using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Renaming;

/// <summary>An operation that has another id.</summary>
/// <param name="Old">The operation as it was.</param>
/// <param name="New">The operation as it is now.</param>
internal sealed record OperationRename(OperationModel Old, OperationModel New);
