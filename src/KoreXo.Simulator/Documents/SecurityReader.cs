using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Simulator.Documents;

/// <summary>Reads how callers of an operation authenticate.</summary>
internal sealed class SecurityReader(SpecDocument document)
{
    private readonly Dictionary<string, SpecSecurityScheme> _schemes = document
        .SecuritySchemes.GroupBy(scheme => scheme.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>Returns the alternatives, any of which suffices; empty if the document requires none.</summary>
    public IReadOnlyList<SecurityRequirement> Read(SpecOperation operation) =>
        [
            .. ((operation.Node["security"] ?? document.Root["security"])?.Items ?? [])
                .Where(item => item.Kind == SpecNodeKind.Object)
                .Select(item => new SecurityRequirement(item.Names.Select(name => Use(name, [.. item.Strings(name)])).ToArray())),
        ];

    // An API key has no scopes, so an alternative of a key alone is met by whoever has the key. Two schemes at once are held by two apps;
    // the scopes then belong to the one whose scheme knows scopes.
    /// <summary>Returns what the alternatives require of an app; null if none requires one.</summary>
    public static IReadOnlyList<ScopeAlternative>? ScopesOf(IReadOnlyList<SecurityRequirement> requirements)
    {
        if (requirements.Count == 0 || requirements.Any(requirement => requirement.Schemes.Count == 0))
        {
            return null;
        }

        return
        [
            .. requirements
                .Select(requirement => requirement.Schemes.FirstOrDefault(scheme => scheme.Scopes.Count > 0) ?? requirement.Schemes[0])
                .Select(main => new ScopeAlternative(main.Scheme, main.Scopes)),
        ];
    }

    private SchemeUse Use(string name, string[] scopes) =>
        _schemes.GetValueOrDefault(name) switch
        {
            { Type: "apiKey", In: "header" } scheme => new(name, SchemeKind.KeyInHeader, scheme.Name ?? "", []),
            { Type: "apiKey", In: "query" } scheme => new(name, SchemeKind.KeyInQuery, scheme.Name ?? "", []),
            { Type: "apiKey", In: "cookie" } scheme => new(name, SchemeKind.KeyInCookie, scheme.Name ?? "", []),
            { Type: "http", Scheme: { } basic } when basic.Equals("basic", StringComparison.OrdinalIgnoreCase) => new(
                name,
                SchemeKind.Basic,
                "Authorization",
                []
            ),
            { Type: "oauth2" or "openIdConnect" } => new(name, SchemeKind.Bearer, "Authorization", scopes),
            { Type: "http", IsServed: true } => new(name, SchemeKind.Bearer, "Authorization", []),
            _ => new(name, SchemeKind.Unchecked, "", []),
        };
}
