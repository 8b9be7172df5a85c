using KoreXo.OpenApi;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Model;

/// <summary>
/// Everything that the emitters know about a document. It consists of values only: the compiler keeps models between runs and compares
/// them, so they must not contain objects of a parser or the compiler.
/// </summary>
internal sealed record DocumentModel
{
    public required string FilePath { get; init; }

    public required string Namespace { get; init; }

    public required string ClientName { get; init; }

    /// <summary>Gets the client's name without its suffix, from which everything of the document is named.</summary>
    public required string Stem { get; init; }

    /// <summary>Gets the name of the method that registers the client with dependency injection.</summary>
    public string Registration
    {
        get => field ?? "Add" + ClientName;
        init;
    }

    public required bool IsInternal { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>Gets the server addresses in the document.</summary>
    public required EquatableArray<string> Servers { get; init; }

    /// <summary>Gets the same addresses with the defaults of their variables, omitting those that are not valid addresses then.</summary>
    public required EquatableArray<string> ServerAddresses { get; init; }

    public required AuthenticationModel? Authentication { get; init; }

    /// <summary>Gets the security schemes, if operations need more than that of <see cref="Authentication"/>, which is the first.</summary>
    public required EquatableArray<SchemeModel> Schemes { get; init; }

    /// <summary>
    /// Gets the credentials of operations that specify none: alternatives of schemes that are all required; null if one scheme is enough.
    /// </summary>
    public required EquatableArray<EquatableArray<ScopeAlternative>>? Security { get; init; }

    public required EquatableArray<KnownScope> KnownScopes { get; init; }

    public required EquatableArray<Refusal> Refusals { get; init; }

    public required EquatableArray<OperationModel> Operations { get; init; }

    /// <summary>Gets the clients that the operations are divided among; empty if all belong to one client.</summary>
    public EquatableArray<GroupModel> Groups { get; init; }

    /// <summary>Gets the requests that the service sends to the application.</summary>
    public required EquatableArray<WebhookModel> Webhooks { get; init; }

    public required EquatableArray<TypeModel> Types { get; init; }

    /// <summary>Gets the types that become code.</summary>
    public IEnumerable<TypeModel> EmittedTypes => Types.Where(static type => !type.IsEnvelope);

    public string Accessibility => IsInternal ? "internal" : "public";

    /// <summary>Gets the prefix of the document's file names.</summary>
    public string HintName =>
        Namespace.EndsWith("." + Stem, StringComparison.Ordinal) || Namespace == Stem ? Namespace : Namespace + "." + Stem;
}
