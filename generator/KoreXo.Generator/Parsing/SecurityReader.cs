using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Model;
using KoreXo.Generator.Reading;
using NSwag;

namespace KoreXo.Generator.Parsing;

/// <summary>Which scopes an operation needs, and how its credential is sent: <c>x-scopes</c>, else the standard <c>security</c>.</summary>
internal sealed class SecurityReader(SpecDocument document, EquatableArray<KnownScopeModel> knownScopes)
{
    private readonly HashSet<string> _names = new(knownScopes.Select(static scope => scope.Name), StringComparer.Ordinal);

    private readonly HashSet<string> _combined = new(StringComparer.Ordinal);

    private readonly IDictionary<string, OpenApiSecurityScheme> _schemes = Schemes(document);

    private readonly SecurityCheck _check = new(document, knownScopes);

    /// <summary>Gets how a credential is sent.</summary>
    public AuthenticationModel? Authentication { get; } = ReadAuthentication(document);

    private static IDictionary<string, OpenApiSecurityScheme> Schemes(SpecDocument document) =>
        document.Api.Components?.SecuritySchemes ?? document.Api.SecurityDefinitions;

    private static AuthenticationModel? ReadAuthentication(SpecDocument document)
    {
        var schemes = Schemes(document);
        var named = document
            .Root["security"]
            ?.Items.SelectMany(static requirement => requirement.Names)
            .FirstOrDefault(schemes.ContainsKey);
        var scheme = named is null ? schemes.Values.FirstOrDefault() : schemes[named];
        return scheme?.Type switch
        {
            null => null,
            OpenApiSecuritySchemeType.ApiKey
                when scheme.In == OpenApiSecurityApiKeyLocation.Undefined || string.IsNullOrEmpty(scheme.Name) => Incomplete(document),
            OpenApiSecuritySchemeType.ApiKey => new AuthenticationModel(scheme.Name, scheme.In.ToString(), ""),
            OpenApiSecuritySchemeType.Http
            or OpenApiSecuritySchemeType.Basic when !string.Equals(scheme.Scheme, "bearer", StringComparison.OrdinalIgnoreCase) =>
                new AuthenticationModel("Authorization", "Header", "Basic "),
            _ => new AuthenticationModel("Authorization", "Header", "Bearer "),
        };
    }

    private static AuthenticationModel? Incomplete(SpecDocument document)
    {
        document.Report(
            SpecRules.Unparsable,
            document.Root["components"]?["securitySchemes"],
            "/components/securitySchemes",
            Path.GetFileName(document.FilePath),
            "a scheme of type 'apiKey' needs a 'name' and where it is sent, 'in'"
        );
        return null;
    }

    /// <summary>True where the document says in so many words that the operation takes no credential.</summary>
    public static bool IsAnonymous(SpecNode operation) => operation["security"] is { Kind: SpecNodeKind.Array, Items.Count: 0 };

    public ScopeNeed? Scopes(SpecNode operation, string pointer)
    {
        _check.Check(document.Root["security"], "/security");
        _check.Check(operation["security"], JsonPointer.Append(pointer, "security"));
        if (
            operation["x-scopes"] is { } extension
            && (
                document.Root["x-known-scopes"] is not null
                || (extension.Kind == SpecNodeKind.Array && extension.Items.TrueForAll(static item => item["scopes"] is not null))
            )
        )
        {
            return FromExtension(extension, JsonPointer.Append(pointer, "x-scopes"));
        }

        return (operation["security"] ?? document.Root["security"]) is { } security ? FromSecurity(security, operation, pointer) : null;
    }

    private ScopeNeed? FromExtension(SpecNode node, string pointer)
    {
        if (node.Kind != SpecNodeKind.Array || node.Items.Exists(static item => item["scopes"]?.Kind != SpecNodeKind.Array))
        {
            document.Report(
                SpecRules.InvalidExtension,
                node,
                pointer,
                "x-scopes",
                "it is a list of alternatives, each with a list of 'scopes' and perhaps a 'credential'"
            );
            return null;
        }

        var alternatives = node.Items.ConvertAll(static item => new ScopeAlternative(
            item.String("credential"),
            item.Strings("scopes").ToArray()
        ));
        foreach (var scope in alternatives.SelectMany(static alternative => alternative.Scopes).Where(scope => !_names.Contains(scope)))
        {
            document.Report(SpecRules.UnknownScope, node, pointer, scope);
        }

        return new ScopeNeed(alternatives);
    }

    private ScopeNeed? FromSecurity(SpecNode security, SpecNode operation, string pointer)
    {
        var alternatives = new List<ScopeAlternative>();
        foreach (var requirement in security.Items)
        {
            var scoped = requirement.Names.Where(name => IsScoped(name, requirement)).ToList();
            if (scoped.Count == 0 && requirement.Names.FirstOrDefault(name => !_check.IsDeclared(name)) is { } undeclared)
            {
                // It may be a key, but must not open the other alternatives to everyone.
                alternatives.Add(new ScopeAlternative(undeclared, default));
                continue;
            }

            if (scoped.Count == 0 && requirement.Names.Count > 0)
            {
                // A key or a password has no scopes: with it the operation can be called, but nothing is known of rights.
                return null;
            }

            if (scoped.Count > 1 && string.Join("' and '", scoped) is var combined && _combined.Add(combined))
            {
                // Once is enough: many documents say it at every operation.
                document.Report(SpecRules.CombinedSchemes, operation, pointer, combined);
            }

            var scopes = scoped.SelectMany(scheme => requirement.Strings(scheme)).Distinct(StringComparer.Ordinal).ToArray();
            alternatives.Add(new ScopeAlternative(scoped.Count == 1 && scopes.Length > 0 ? scoped[0] : null, scopes));
        }

        // Undeclared schemes alone, without a scope: as with a key, nothing is known of rights.
        return
            alternatives.Count > 0
            && alternatives.TrueForAll(static alternative => alternative is { Credential: not null, Scopes.Count: 0 })
            ? null
            : new ScopeNeed(alternatives);
    }

    /// <summary>
    /// True for schemes with scopes. One that is not declared, or of an unknown type, is taken as such where the requirement names
    /// scopes.
    /// </summary>
    private bool IsScoped(string name, SpecNode requirement) =>
        _schemes.TryGetValue(name, out var scheme) && scheme.Type != OpenApiSecuritySchemeType.Undefined
            ? scheme.Type is OpenApiSecuritySchemeType.OAuth2 or OpenApiSecuritySchemeType.OpenIdConnect
            : requirement.Strings(name).Any();
}
