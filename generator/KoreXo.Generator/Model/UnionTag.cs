using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

/// <summary>How a case gets the discriminator's value of its union when it is written.</summary>
/// <param name="Property">The member that takes the value.</param>
/// <param name="Values">The values that mean the case, the one that is sent by default first.</param>
internal sealed record UnionTag(PropertyModel Property, EquatableArray<string> Values);
