using KoreXo.Generator.Model;

namespace KoreXo.Generator.Parsing;

/// <summary>
/// Takes the cases out of unions that lead back to the same union with no value between: no JSON can be of such a shape, and
/// reading it would not end.
/// </summary>
internal static class UnionCycles
{
    public static void Cut(Dictionary<string, TypeModel> types)
    {
        foreach (var union in types.Values.OfType<UnionModel>().ToList())
        {
            var cases = union.Cases.Where(item => !LeadsTo(union.Name, item.Type, types, [])).ToList();
            if (cases.Count < union.Cases.Count)
            {
                types[union.Name] = union with { Cases = cases };
            }
        }
    }

    private static bool LeadsTo(string name, TypeRef type, Dictionary<string, TypeModel> types, HashSet<string> seen) =>
        type is TypeRef.Named { Kind: NamedKind.Union } named
        && (
            named.Name == name
            || (seen.Add(named.Name) && ((UnionModel)types[named.Name]).Cases.Any(item => LeadsTo(name, item.Type, types, seen)))
        );
}
