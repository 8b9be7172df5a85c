namespace KoreXo.Generator.Model;

internal sealed record PropertyModel
{
    public required string WireName { get; init; }

    public required string Name { get; init; }

    public required TypeRef Type { get; init; }

    public required bool IsRequired { get; init; }

    public required bool IsNullable { get; init; }

    /// <summary>True where a caller need not set the member: the server does, or takes a default.</summary>
    public required bool IsGivenByServer { get; init; }

    /// <summary>True where only the server sets the member, so that a request leaves it out.</summary>
    public required bool IsReadOnly { get; init; }

    public required bool IsSensitive { get; init; }

    public required bool IsDeprecated { get; init; }

    /// <summary>The only value the document allows; it is sent without being set.</summary>
    public required string? Constant { get; init; }

    public required string Description { get; init; }

    /// <summary>True where another member of the object has the name that the field for an explicit null would have.</summary>
    public bool IsNullFieldTaken { get; init; }

    /// <summary>How the member is written as a part of a form; null for the usual way.</summary>
    public PartEncoding? Encoding { get; init; }
}
