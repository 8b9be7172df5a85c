namespace KoreXo.Cli.Specs.Renaming;

/// <summary>What is the same in both versions under different names.</summary>
/// <param name="Types">The new name of a type by its old one.</param>
/// <param name="Operations">The operation by its old id.</param>
internal sealed record Renames(IReadOnlyDictionary<string, string> Types, IReadOnlyDictionary<string, OperationRename> Operations)
{
    /// <summary>The types that follow the name of an operation, by their old names.</summary>
    public IEnumerable<string> Followers(OperationRename operation) =>
        Types
            .Where(type =>
                type.Key.StartsWith(operation.Old.Name, StringComparison.Ordinal)
                && type.Value == operation.New.Name + type.Key[operation.Old.Name.Length..]
            )
            .Select(static type => type.Key);
}
