using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

internal sealed record ObjectModel : TypeModel
{
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>Gets the type of additional members; null if the document declares none.</summary>
    public required TypeRef? AdditionalProperties { get; init; }

    /// <summary>
    /// Gets a value indicating whether the type is sent, whether or not it is also received, so that the compiler enforces required
    /// members.
    /// </summary>
    public required bool IsSent { get; init; }

    /// <summary>Gets the way in which null is sent for optional members.</summary>
    public NullMembers NullMembers { get; init; }

    /// <summary>Gets a value indicating whether the type describes the parts of a multipart form, which has no JSON form.</summary>
    public required bool IsForm { get; init; }

    /// <summary>Gets the wire names of the members that a union sets when it writes the object.</summary>
    public EquatableArray<string> Tags { get; init; }
}
