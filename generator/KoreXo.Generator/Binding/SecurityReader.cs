using KoreXo.OpenApi;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>Reads the scopes that an operation requires: <c>x-scopes</c>, else the standard <c>security</c>.</summary>
internal sealed class SecurityReader(SpecDocument document, EquatableArray<KnownScope> knownScopes, ScopesFromReader scopesFrom)
{
    private readonly HashSet<string> _names = new(knownScopes.Select(static scope => scope.Name), StringComparer.Ordinal);

    private readonly HashSet<string> _combined = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SpecSecurityScheme> _schemes = document.SecuritySchemes.ToDictionary(
        static scheme => scheme.Key,
        StringComparer.Ordinal
    );

    private readonly SecurityCheck _check = new(document, knownScopes);

    public ScopeNeed? Scopes(OperationSite site)
    {
        var (operation, pointer) = (XScopes.Owner(site.Own, site.Node), site.Pointer);
        _check.Check(document.Root["security"], "/security");
        _check.Check(operation["security"], JsonPointer.Append(pointer, "security"));
        if (XScopes.IsGiven(document, operation))
        {
            return XScopes.Read(document, site.Operation, operation, _names);
        }

        if (scopesFrom.Read(operation) is { } need)
        {
            return need;
        }

        return (operation["security"] ?? document.Root["security"]) is { } security ? FromSecurity(security, operation, pointer) : null;
    }

    // "security: [{ oauth: [read] }, { oauth: [admin] }]" means either scope, "[{ oauth: [read], partner: [trade] }]" both. Two schemes
    // at once cannot be one kind of credential, so the scopes are united and the alternative names no kind, which a diagnostic reports.
    // "[{}]" is an alternative that requires nothing.
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
    /// Returns whether a scheme has scopes. One that is undeclared, or of an unknown type, is assumed to have them if the requirement lists
    /// scopes.
    /// </summary>
    private bool IsScoped(string name, SpecNode requirement) =>
        _schemes.TryGetValue(name, out var scheme) ? scheme.HasScopes : requirement.Strings(name).Any();
}
