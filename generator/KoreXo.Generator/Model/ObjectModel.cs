using KoreXo.OpenApi;

namespace KoreXo.Generator.Model;

internal sealed record ObjectModel : TypeModel
{
    public required EquatableArray<PropertyModel> Properties { get; init; }

    /// <summary>The type of the members beside the named ones; null where the document declares none.</summary>
    public required TypeRef? AdditionalProperties { get; init; }

    /// <summary>True where the type is sent, be it received too or not, so that the compiler insists on required members.</summary>
    public required bool IsSent { get; init; }

    /// <summary>How null is sent for members that need not be there.</summary>
    public NullMembers NullMembers { get; init; }

    /// <summary>True for the parts of a multipart form, which have no JSON form.</summary>
    public required bool IsForm { get; init; }

    /// <summary>The wire names of the members that a union sets when it writes the object.</summary>
    public EquatableArray<string> Tags { get; init; }
}
