namespace KoreXo.Simulator.Documents;

/// <summary>One operation of a document: what it takes, and what a caller must hold.</summary>
internal sealed class ApiOperation
{
    public required string Id { get; init; }

    /// <summary>The verb, in capitals.</summary>
    public required string Method { get; init; }

    public required string Path { get; init; }

    public required IReadOnlyList<ApiParameter> Parameters { get; init; }

    public ApiBody? Body { get; init; }

    /// <summary>Where the token stands; null when the operation asks for none.</summary>
    public TokenPlace? Token { get; init; }

    /// <summary>What may be held, any one being enough; null when the document does not say, empty when nothing is needed.</summary>
    public IReadOnlyList<ScopeAlternative>? Scopes { get; init; }
}
