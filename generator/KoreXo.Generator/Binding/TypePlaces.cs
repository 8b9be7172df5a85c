using System.Globalization;
using KoreXo.Generator.Model;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Binding;

/// <summary>Follows JSON pointers through the members of a type, to find those that are misspelled.</summary>
internal sealed class TypePlaces(TypeRegistry registry)
{
    private const string Each = "[]";

    /// <summary>Returns whether a value of the type can have something at a pointer. Where the document leaves that open, it can.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="pointer">A JSON pointer; a token may end with <c>[]</c>, which denotes each item of the list there.</param>
    public bool MayHave(TypeRef type, string pointer)
    {
        if (pointer is "" or "/")
        {
            return true;
        }

        TypeRef? here = type;
        foreach (var token in JsonPointer.Tokens(pointer[0] == '/' ? pointer : "/" + pointer))
        {
            var isEach = token.EndsWith(Each, StringComparison.Ordinal);
            var name = isEach ? token.Substring(0, token.Length - Each.Length) : token;
            if (!(isEach && name.Length == 0) && !Step(ref here, name))
            {
                return here is null;
            }

            here = here?.WithoutNull;
            if (isEach && here is TypeRef.List list)
            {
                here = list.Item;
            }
            else if (isEach)
            {
                return IsOpen(here);
            }
        }

        return true;
    }

    /// <summary>Moves to a member. Returns false where the description ends; the type is then null if anything may follow.</summary>
    private bool Step(ref TypeRef? here, string name)
    {
        var next = here?.WithoutNull switch
        {
            TypeRef.Map map => map.Value,
            TypeRef.List list when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _) => list.Item,
            TypeRef.Named named when registry.Types.TryGetValue(named.Name, out var type) && type is ObjectModel model => model
                .Properties.FirstOrDefault(property => property.WireName == name)
                ?.Type
                ?? model.AdditionalProperties,
            _ => null,
        };
        here = next ?? (IsOpen(here?.WithoutNull) ? null : here);
        return next is not null;
    }

    private static bool IsOpen(TypeRef? type) =>
        type is null or TypeRef.Scalar { Kind: ScalarKind.Any } or TypeRef.Named { Kind: NamedKind.Union };
}
