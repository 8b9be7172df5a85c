using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

/// <param name="Kind">How the body is written.</param>
/// <param name="Type">The type of the method's argument.</param>
/// <param name="MediaType">The value of <c>Content-Type</c>; null where the kind of body implies it.</param>
/// <param name="Styles">The form fields with a non-default serialization.</param>
/// <param name="IsRequired">Whether the body is required.</param>
/// <param name="Description">The description in the document.</param>
internal sealed record BodyModel(
    BodyKind Kind,
    TypeRef Type,
    string? MediaType,
    EquatableArray<FieldStyle> Styles,
    bool IsRequired,
    string Description
);
