using KoreXo.OpenApi;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Model;

/// <summary>The result of an operation.</summary>
/// <param name="Type">The type that the method returns; null if the response has no content.</param>
/// <param name="IsText">Whether the response may also be plain text.</param>
/// <param name="MayBeEmpty">Whether some successful responses have no content.</param>
/// <param name="Accept">The <c>Accept</c> header; null for JSON.</param>
/// <param name="Description">The description in the document.</param>
internal sealed record ResultModel(TypeRef? Type, bool IsText, bool MayBeEmpty, string? Accept, string Description)
{
    public static readonly ResultModel None = new(Type: null, IsText: false, MayBeEmpty: false, Accept: null, Description: "");

    /// <summary>Gets a value indicating whether a list may be sent as one of its items alone.</summary>
    public bool MayBeLone { get; init; }

    /// <summary>Gets the format of the items, if the result is a stream of values; null for anything else.</summary>
    public ItemFormat? Stream { get; init; }

    /// <summary>Gets a value indicating whether the result is the address of a redirection.</summary>
    public bool IsLocation { get; init; }

    /// <summary>Gets the cases of the result by status; empty if all responses are read alike.</summary>
    public EquatableArray<StatusModel> Statuses { get; init; }

    public bool IsBinary => Type is TypeRef.Scalar { Kind: ScalarKind.BinaryResponse };

    /// <summary>Gets the type without its nullability.</summary>
    public TypeRef? Content => Type?.WithoutNull;
}
