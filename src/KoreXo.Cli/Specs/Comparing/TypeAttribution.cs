using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Comparing;

/// <summary>Assigns added and removed types to the change that adds or removes the first use of them.</summary>
internal static class TypeAttribution
{
    // "The member 'address' is added" also adds the type Address, and City, which Address consists of. Reported by themselves, three
    // lines would hide that there was one change. A type goes to the first change that reaches it, and to no second one.
    public static IEnumerable<ChangeDraft> Complete(IReadOnlyList<ChangeDraft> drafts, Comparison context)
    {
        var old = context.Old.Document.EmittedTypes.ToDictionary(static type => type.Name, StringComparer.Ordinal);
        var @new = context.New.Document.EmittedTypes.ToDictionary(static type => type.Name, StringComparer.Ordinal);
        var gone = old.Keys.Except(@new.Keys, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var came = @new.Keys.Except(old.Keys, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            var types = Reach(draft.Left, gone, old).Concat(Reach(draft.Came, came, @new)).Order(StringComparer.Ordinal);
            yield return draft with
            {
                Members = [.. draft.Members, .. types],
            };
        }
    }

    /// <summary>Removes the types that the uses reach from <paramref name="among"/>, and returns their names.</summary>
    private static IEnumerable<string> Reach(IEnumerable<TypeRef?> uses, HashSet<string> among, Dictionary<string, TypeModel> types) =>
        TypeGraph.Reach(uses, name => among.Remove(name) ? types[name] : null).Select(static type => type.Name);
}
