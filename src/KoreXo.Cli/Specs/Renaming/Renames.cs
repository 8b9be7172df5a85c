using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Renaming;

/// <summary>What is the same in both versions under different names.</summary>
/// <param name="Types">The new name of a type by its old one.</param>
/// <param name="Operations">The operation by its old id.</param>
internal sealed record Renames(IReadOnlyDictionary<string, string> Types, IReadOnlyDictionary<string, OperationRename> Operations);
