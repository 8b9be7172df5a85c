namespace KoreXo.Cli.Specs.Renaming;

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
