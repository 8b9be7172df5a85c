using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

/// <param name="Kind">How it is written.</param>
/// <param name="Type">What the caller gives.</param>
/// <param name="MediaType">The value of <c>Content-Type</c>; null where the kind of body implies it.</param>
/// <param name="Styles">The fields of a form that are spread in another than the usual way.</param>
/// <param name="IsRequired">Whether there must be one.</param>
/// <param name="Description">What the document says of it.</param>
internal sealed record BodyModel(
    BodyKind Kind,
    TypeRef Type,
    string? MediaType,
    EquatableArray<FieldStyle> Styles,
    bool IsRequired,
    string Description
);
