using KoreXo.OpenApi;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Model;

/// <summary>What an operation answers.</summary>
/// <param name="Type">What the method gives; null where the answer has no content.</param>
/// <param name="IsText">True where the answer may also be plain text.</param>
/// <param name="MayBeEmpty">True where some successful answers have no content.</param>
/// <param name="Accept">What is asked for; null for JSON.</param>
/// <param name="Description">What the document says of it.</param>
internal sealed record ResultModel(TypeRef? Type, bool IsText, bool MayBeEmpty, string? Accept, string Description)
{
    public static readonly ResultModel None = new(Type: null, IsText: false, MayBeEmpty: false, Accept: null, Description: "");

    /// <summary>True where a list may be answered as one of its items alone.</summary>
    public bool MayBeLone { get; init; }

    /// <summary>How the items are separated, where the result is a stream of values of the type; null for anything else.</summary>
    public ItemFormat? Stream { get; init; }

    /// <summary>True where the result is the address that a redirection gives.</summary>
    public bool IsLocation { get; init; }

    /// <summary>The cases of the result by status; empty where all responses are read alike.</summary>
    public EquatableArray<StatusModel> Statuses { get; init; }

    public bool IsBinary => Type is TypeRef.Scalar { Kind: ScalarKind.BinaryResponse };

    /// <summary>The type without the possibility that there is no value.</summary>
    public TypeRef? Content => Type is TypeRef.Nullable nullable ? nullable.Inner : Type;
}
