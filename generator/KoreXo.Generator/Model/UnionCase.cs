using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

/// <param name="Name">The name of the nested class.</param>
/// <param name="Type">The type of the value in the case.</param>
/// <param name="Values">The discriminator values that identify the case.</param>
/// <param name="Members">The wire names of an object's members, by which objects without a discriminator are distinguished.</param>
/// <param name="RequiredMembers">The required ones of these.</param>
/// <param name="Tag">How the discriminator value of the case is set; null if its type has the value itself.</param>
internal sealed record UnionCase(
    string Name,
    TypeRef Type,
    EquatableArray<string> Values,
    EquatableArray<string> Members,
    EquatableArray<string> RequiredMembers,
    UnionTag? Tag = null
);
