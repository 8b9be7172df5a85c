using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Renaming;

/// <summary>An operation whose id has changed.</summary>
/// <param name="Old">The operation in the old document.</param>
/// <param name="New">The operation in the new document.</param>
internal sealed record OperationRename(OperationModel Old, OperationModel New);
