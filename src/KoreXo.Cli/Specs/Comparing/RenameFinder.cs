using KoreXo.Cli.Specs.Operations;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>
/// Recognizes what has only been renamed: an operation with the same method and path, or a type with the same content. Otherwise a renamed
/// type would be reported again wherever it is used. For example, if <c>PhotoSize</c> disappears and <c>PictureSize</c> appears with the
/// same values, that is one rename; if two new types match, nothing is treated as a rename.
/// </summary>
internal static class RenameFinder
{
    public static Renames Find(DocumentModel old, DocumentModel @new)
    {
        var operations = Operations(old, @new);
        var gone = old.EmittedTypes.Where(type => !@new.EmittedTypes.Any(other => other.Name == type.Name)).ToList();
        var came = @new.EmittedTypes.Where(type => !old.EmittedTypes.Any(other => other.Name == type.Name)).ToList();
        var types = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (before, after) in NamedAfterOperations(gone, came, old, operations).Concat(OfOneShape(gone, came)))
        {
            if (!types.ContainsKey(before.Name) && !types.Values.Contains(after.Name, StringComparer.Ordinal))
            {
                types.Add(before.Name, after.Name);
            }
        }

        return new Renames(types, operations);
    }

    private static Dictionary<string, OperationRename> Operations(DocumentModel old, DocumentModel @new)
    {
        var gone = old
            .Operations.Where(operation => !@new.Operations.Any(other => other.Id == operation.Id))
            .ToLookup(Address, StringComparer.Ordinal);
        var came = @new
            .Operations.Where(operation => !old.Operations.Any(other => other.Id == operation.Id))
            .ToLookup(Address, StringComparer.Ordinal);
        return gone.Where(before => before.Count() == 1 && came[before.Key].Count() == 1)
            .ToDictionary(
                static before => before.First().Id,
                before => new OperationRename(before.First(), came[before.Key].First()),
                StringComparer.Ordinal
            );

        static string Address(OperationModel operation) => $"{operation.Verb} {PathRenames.Shape(operation)} {operation.Constants}";
    }

    /// <summary>Unnamed schemas are named after their operation, so they are renamed with it.</summary>
    private static IEnumerable<(TypeModel Before, TypeModel After)> NamedAfterOperations(
        List<TypeModel> gone,
        List<TypeModel> came,
        DocumentModel old,
        Dictionary<string, OperationRename> operations
    ) =>
        from operation in old.Operations
        where operations.ContainsKey(operation.Id)
        from before in gone
        where before.Name.StartsWith(operation.Name, StringComparison.Ordinal)
        let name = operations[operation.Id].New.Name + before.Name[operation.Name.Length..]
        from after in came
        where after.Name == name && after.GetType() == before.GetType()
        select (before, after);

    // Two types are the same if they have the same members of the same types, where a name that has itself appeared or disappeared counts
    // as unknown: if Order refers to PhotoSize, and both are renamed, neither would match otherwise. Two candidates of one shape, such as
    // two empty objects, are ambiguous, and guessing would hide a real change.
    private static IEnumerable<(TypeModel Before, TypeModel After)> OfOneShape(List<TypeModel> gone, List<TypeModel> came)
    {
        var unsure = gone.Concat(came).Select(static type => type.Name).ToHashSet(StringComparer.Ordinal);
        var after = came.ToLookup(type => TypeShape.Of(type, unsure), StringComparer.Ordinal);
        return gone.GroupBy(type => TypeShape.Of(type, unsure), StringComparer.Ordinal)
            .Where(before => before.Count() == 1 && after[before.Key].Count() == 1)
            .Select(before => (before.First(), after[before.Key].First()));
    }
}
