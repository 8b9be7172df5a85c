using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

/// <summary>How the discriminator value of a union is set when a case is written.</summary>
/// <param name="Property">The discriminator member.</param>
/// <param name="Values">The values that identify the case, starting with the default one.</param>
internal sealed record UnionTag(PropertyModel Property, EquatableArray<string> Values);
