using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;

namespace KoreXo.Generator.Binding;

/// <summary>Names the cases of a union after what distinguishes them: the name of the union stands before each of them anyway.</summary>
internal static class CaseNames
{
    // The cases of EnableChannelRequest are the components EnableSlackChannelRequest and EnableWebChannelRequest. As
    // EnableChannelRequest.Slack and EnableChannelRequest.Web they lose nothing, and are not mistaken for the components. A case that is
    // no component, such as Text, is named after its kind in every union: it shares no words and loses none.
    /// <summary>Returns the names, in the order of the types.</summary>
    /// <param name="union">The name of the union.</param>
    /// <param name="types">The types of the cases.</param>
    /// <param name="scope">Names that a case cannot have; takes the ones that are returned.</param>
    public static List<string> Of(string union, IReadOnlyList<TypeRef> types, NameScope scope)
    {
        var whole = types.Select(Whole).ToList();
        var unionWords = CSharpName.Split(union);
        var words = types.Select((type, index) => IsNamed(type) ? Without(unionWords, CSharpName.Split(whole[index])) : null).ToList();
        var (front, back) = Shared(words.OfType<List<string>>().ToList());
        var brief = whole.Select((name, index) => words[index] is { } own ? Brief(own, front, back) ?? name : name).ToList();

        // A short name that fits two cases, or is the whole name of another, would say too little. Both keep their whole names then.
        var uses = brief.Concat(whole.Distinct(StringComparer.Ordinal)).ToLookup(static name => name, StringComparer.Ordinal);
        return whole
            .Select(
                (name, index) =>
                    brief[index] != name && uses[brief[index]].Count() == 1 && scope.TryTake(brief[index])
                        ? brief[index]
                        : scope.Take(name, "Case")
            )
            .ToList();
    }

    /// <summary>Returns how many words all names begin with, and end in; at least one word of each name remains.</summary>
    private static (int Front, int Back) Shared(List<List<string>> names)
    {
        if (names.Count < 2)
        {
            return (0, 0);
        }

        var most = names.Min(static name => name.Count) - 1;
        var front = 0;
        while (front < most && names.TrueForAll(name => name[front] == names[0][front]))
        {
            front++;
        }

        var back = 0;
        while (front + back < most && names.TrueForAll(name => name[name.Count - 1 - back] == names[0][names[0].Count - 1 - back]))
        {
            back++;
        }

        return (front, back);
    }

    /// <summary>Returns the words of a name without those of the union, if it begins with them or ends in them.</summary>
    private static List<string> Without(List<string> union, List<string> words)
    {
        var rest = words.Count - union.Count;
        return rest <= 0 ? words
            : words.Take(union.Count).SequenceEqual(union, StringComparer.Ordinal) ? words.GetRange(union.Count, rest)
            : words.Skip(rest).SequenceEqual(union, StringComparer.Ordinal) ? words.GetRange(0, rest)
            : words;
    }

    /// <summary>Returns a name without the shared words; null if what is left does not begin with a letter.</summary>
    private static string? Brief(List<string> words, int front, int back) =>
        char.IsLetter(words[front][0]) ? string.Concat(words.GetRange(front, words.Count - front - back)) : null;

    private static bool IsNamed(TypeRef type) => type is TypeRef.Named || (type.Element is { } element && IsNamed(element));

    private static string Whole(TypeRef type) =>
        type switch
        {
            TypeRef.Named named => named.Name,
            TypeRef.List list => Whole(list.Item) + "List",
            TypeRef.Map map => Whole(map.Value) + "Map",
            TypeRef.Nullable nullable => Whole(nullable.Inner),
            TypeRef.Scalar { Kind: ScalarKind.String } => "Text",
            TypeRef.Scalar { Kind: ScalarKind.Boolean } => "Flag",
            TypeRef.Scalar { Kind: ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.UInt64 } => "Integer",
            TypeRef.Scalar { Kind: ScalarKind.Double or ScalarKind.Decimal } => "Number",
            TypeRef.Scalar { Kind: ScalarKind.Base64Url } => "Bytes",
            TypeRef.Scalar scalar => scalar.Kind.ToString(),
            _ => "Other",
        };
}
