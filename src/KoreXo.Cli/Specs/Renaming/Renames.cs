using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Renaming;

/// <summary>What is the same in both versions under different names.</summary>
/// <param name="Types">The new name of a type by its old one.</param>
/// <param name="Operations">The new operation by the id of the old one.</param>
internal sealed record Renames(IReadOnlyDictionary<string, string> Types, IReadOnlyDictionary<string, OperationModel> Operations);
