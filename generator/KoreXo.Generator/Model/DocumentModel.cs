using KoreXo.OpenApi;
using KoreXo.OpenApi.Vocabulary;

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

    /// <summary>The same, with their variables at their defaults, and without those that are no address then.</summary>
    public required EquatableArray<string> ServerAddresses { get; init; }

    public required AuthenticationModel? Authentication { get; init; }

    /// <summary>
    /// The security schemes, where operations need more than the one of <see cref="Authentication"/>, which is the first.
    /// </summary>
    public required EquatableArray<SchemeModel> Schemes { get; init; }

    /// <summary>
    /// The credentials of operations that name none: alternatives of schemes that are all needed; null where one scheme is all.
    /// </summary>
    public required EquatableArray<EquatableArray<ScopeAlternative>>? Security { get; init; }

    public required EquatableArray<KnownScope> KnownScopes { get; init; }

    public required EquatableArray<Refusal> Refusals { get; init; }

    public required EquatableArray<OperationModel> Operations { get; init; }

    /// <summary>The clients that the operations are divided among; empty where all are members of the one client.</summary>
    public EquatableArray<GroupModel> Groups { get; init; }

    /// <summary>The requests that the service sends to the application.</summary>
    public required EquatableArray<WebhookModel> Webhooks { get; init; }

    public required EquatableArray<TypeModel> Types { get; init; }

    public string Accessibility => IsInternal ? "internal" : "public";

    /// <summary>What the names of the document's files start with.</summary>
    public string HintName =>
        Namespace.EndsWith("." + Stem, StringComparison.Ordinal) || Namespace == Stem ? Namespace : Namespace + "." + Stem;
}
