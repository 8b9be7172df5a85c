using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

/// <param name="Name">The name of the nested class.</param>
/// <param name="Type">What the case holds.</param>
/// <param name="Values">The discriminator's values that mean this case.</param>
/// <param name="Members">The wire names of an object's members, by which objects without a discriminator are distinguished.</param>
/// <param name="RequiredMembers">Those of them that must be there.</param>
/// <param name="Tag">How the case gets the discriminator's value; null where its type has the value itself.</param>
internal sealed record UnionCase(
    string Name,
    TypeRef Type,
    EquatableArray<string> Values,
    EquatableArray<string> Members,
    EquatableArray<string> RequiredMembers,
    UnionTag? Tag = null
);
