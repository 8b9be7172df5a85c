namespace KoreXo.Generator.Model;

internal sealed record PropertyModel
{
    public required string WireName { get; init; }

    /// <summary>Gets what code calls the member, as the document writes it: <c>x-name</c>, else the name on the wire.</summary>
    public required string CodeName { get; init; }

    public required string Name { get; init; }

    public required TypeRef Type { get; init; }

    public required bool IsRequired { get; init; }

    public required bool IsNullable { get; init; }

    /// <summary>Gets a value indicating whether a caller need not set the member, because the server sets it or has a default.</summary>
    public required bool IsGivenByServer { get; init; }

    /// <summary>Gets a value indicating whether only the server sets the member, so that requests omit it.</summary>
    public required bool IsReadOnly { get; init; }

    /// <summary>
    /// Gets a value indicating whether the member is the position or the page size of a list, which the pager sends with each page.
    /// </summary>
    public bool IsSentByPager { get; init; }

    public required bool IsSensitive { get; init; }

    public required bool IsDeprecated { get; init; }

    /// <summary>Gets the only value that the document allows; it is sent without being set.</summary>
    public required string? Constant { get; init; }

    public required string Description { get; init; }

    /// <summary>Gets a value indicating whether another member has the name that the field for an explicit null would have.</summary>
    public bool IsNullFieldTaken { get; init; }

    /// <summary>Gets the encoding of the member as a form part; null for the default.</summary>
    public PartEncoding? Encoding { get; init; }
}
