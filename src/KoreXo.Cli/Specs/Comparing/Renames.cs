using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>The parts that are the same in both versions under different names.</summary>
/// <param name="Types">The new names of types, by old name.</param>
/// <param name="Operations">The renamed operations, by old id.</param>
internal sealed record Renames(IReadOnlyDictionary<string, string> Types, IReadOnlyDictionary<string, OperationRename> Operations)
{
    /// <summary>Returns the old names of the types that are renamed with an operation.</summary>
    public IEnumerable<string> Followers(OperationRename operation) =>
        Types
            .Where(type =>
                type.Key.StartsWith(operation.Old.Name, StringComparison.Ordinal)
                && type.Value == operation.New.Name + type.Key[operation.Old.Name.Length..]
            )
            .Select(static type => type.Key);
}

/// <summary>An operation whose id has changed.</summary>
/// <param name="Old">The operation in the old document.</param>
/// <param name="New">The operation in the new document.</param>
internal sealed record OperationRename(OperationModel Old, OperationModel New);
