namespace KoreXo.Generator.Model;

/// <summary>
/// All that the emitters know of one document. Values only: the compiler keeps models between runs and compares them, so nothing
/// here may hold a parser's or the compiler's object.
/// </summary>
internal sealed record DocumentModel
{
    public required string FilePath { get; init; }

    public required string Namespace { get; init; }

    public required string ClientName { get; init; }

    /// <summary>The client's name without its suffix: the stem of everything named after the document.</summary>
    public required string Stem { get; init; }

    public required bool IsInternal { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The addresses that the document names.</summary>
    public required EquatableArray<string> Servers { get; init; }

    public required AuthenticationModel? Authentication { get; init; }

    public required EquatableArray<KnownScopeModel> KnownScopes { get; init; }

    public required EquatableArray<RefusalModel> Refusals { get; init; }

    public required EquatableArray<OperationModel> Operations { get; init; }

    public required EquatableArray<TypeModel> Types { get; init; }

    public string Accessibility => IsInternal ? "internal" : "public";

    /// <summary>What the names of the document's files start with.</summary>
    public string HintName =>
        Namespace.EndsWith("." + Stem, StringComparison.Ordinal) || Namespace == Stem ? Namespace : Namespace + "." + Stem;
}
