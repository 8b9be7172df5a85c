using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>Determines how credentials are sent: by one scheme for most documents, by the schemes of each operation for others.</summary>
internal sealed class AuthenticationReader
{
    private readonly SpecDocument _document;
    private readonly List<SpecSecurityScheme> _all;
    private readonly List<SchemeModel> _served;
    private readonly SchemeModel? _usual;
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    public AuthenticationReader(SpecDocument document)
    {
        _document = document;
        _all = document.SecuritySchemes.ToList();
        _served = _all.Where(static scheme => scheme.IsServed)
            .Select(scheme => Authentication(scheme) is { } model ? new SchemeModel(scheme.Key, model) : null)
            .OfType<SchemeModel>()
            .ToList();
        _usual =
            document
                .Root["security"]
                ?.Items.SelectMany(static requirement => requirement.Names)
                .Select(name => _served.Find(scheme => scheme.Key == name))
                .FirstOrDefault(static scheme => scheme is not null)
            ?? _served.FirstOrDefault();
        if (document.Root["security"] is { Kind: SpecNodeKind.Array } root && Alternatives(root) is var all && !IsUsual(all))
        {
            DocumentSecurity = all;
        }
    }

    /// <summary>Gets the authentication of most operations.</summary>
    public AuthenticationModel? Usual => _usual?.Authentication;

    /// <summary>Gets the credentials of operations that specify none; null if the usual one is enough.</summary>
    public EquatableArray<EquatableArray<ScopeAlternative>>? DocumentSecurity { get; }

    /// <summary>Gets the schemes, the usual one first.</summary>
    public IEnumerable<SchemeModel> Schemes => _served.OrderBy(scheme => scheme != _usual);

    /// <summary>Returns whether the document states explicitly that the operation takes no credential.</summary>
    public static bool IsAnonymous(SpecNode operation) =>
        operation["security"] is { Kind: SpecNodeKind.Array } security && security.Items.TrueForAll(static item => item.Names.Count == 0);

    // Most documents have one scheme. Their operations carry nothing, and the client sends its credential with all of them; only where an
    // operation differs from what is common are its alternatives emitted. The outer list is "or", the inner one "and": "security: [{ key:
    // [], app: [] }, { oauth: [read] }]" takes both keys, or a token.
    /// <summary>Returns the credentials that an operation carries; null if they are those of the document.</summary>
    public EquatableArray<EquatableArray<ScopeAlternative>>? Security(SpecNode operation)
    {
        if (operation["security"] is not { Kind: SpecNodeKind.Array } security || IsAnonymous(operation))
        {
            return null;
        }

        var alternatives = Alternatives(security);
        if (DocumentSecurity is { } common ? common.Equals(alternatives) : IsUsual(alternatives))
        {
            return null;
        }

        return alternatives;
    }

    /// <summary>Returns whether a parameter carries a credential of the operation, which the client sends by itself.</summary>
    public bool IsOfCredential(SpecNode operation, ParameterLocation location, string parameter)
    {
        if (IsAnonymous(operation))
        {
            return false;
        }

        var carried = Security(operation) ?? DocumentSecurity;
        return _served.Exists(scheme =>
            (carried is { } all ? all.Any(parts => parts.Any(part => part.Credential == scheme.Key)) : scheme == _usual)
            && scheme.Authentication.Location == location.ToString()
            && string.Equals(
                scheme.Authentication.Name,
                parameter,
                location == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
            )
        );
    }

    private bool IsUsual(EquatableArray<EquatableArray<ScopeAlternative>> alternatives) =>
        _usual is not null
        && alternatives.Count > 0
        && alternatives.All(alternative => alternative.Count == 1 && alternative[0].Credential == _usual.Key);

    private EquatableArray<EquatableArray<ScopeAlternative>> Alternatives(SpecNode security)
    {
        if (security.Items.Count == 0)
        {
            return new[] { default(EquatableArray<ScopeAlternative>) };
        }

        var alternatives = new List<EquatableArray<ScopeAlternative>>();
        foreach (var requirement in security.Items.Where(static item => item.Kind == SpecNodeKind.Object))
        {
            var parts = new List<ScopeAlternative>();
            var isUnknown = false;
            foreach (var name in requirement.Names)
            {
                if (_all.Find(scheme => scheme.Key == name) is not { } declared)
                {
                    isUnknown = true; // reported where the scopes are read
                }
                else if (!declared.IsServed)
                {
                    ReportUnserved(declared);
                }
                else if (_served.Exists(scheme => scheme.Key == name))
                {
                    var scopes = declared.HasScopes ? requirement.Strings(name).Distinct(StringComparer.Ordinal).ToArray() : [];
                    parts.Add(new ScopeAlternative(name, scopes));
                }
            }

            if (parts.Count == 0 && isUnknown && _usual is not null)
            {
                parts.Add(new ScopeAlternative(_usual.Key, default));
            }

            if (parts.Count > 0 || requirement.Names.Count == 0)
            {
                alternatives.Add(parts);
            }
        }

        // An alternative that cannot be served is none: "[{ digest: [] }, { key: [] }]" must not become a call without a credential.
        return alternatives.Count == 0 ? new[] { default(EquatableArray<ScopeAlternative>) } : alternatives.Distinct().ToArray();
    }

    private void ReportUnserved(SpecSecurityScheme scheme)
    {
        if (_reported.Add(scheme.Key))
        {
            _document.Report(
                SpecRules.Unsupported,
                scheme.Node,
                JsonPointer.Append("/components/securitySchemes", scheme.Key),
                $"The security scheme '{scheme.Key}' ({(scheme.Type == "http" ? scheme.Scheme : scheme.Type)})",
                "operations that name it are sent without its credential; give the client a handler that has it"
            );
        }
    }

    private AuthenticationModel? Authentication(SpecSecurityScheme scheme) =>
        scheme switch
        {
            { Type: "apiKey", In: { } place, Name: { Length: > 0 } name } => new AuthenticationModel(name, CSharpName.Pascal(place), ""),
            { Type: "apiKey" } => Incomplete(scheme),
            { Type: "http", Scheme: { Length: > 0 } word } when !IsWord(word, "bearer") => new AuthenticationModel(
                "Authorization",
                "Header",
                (IsWord(word, "basic") ? "Basic" : word) + " "
            ),
            { Type: "http", Scheme: null } => new AuthenticationModel("Authorization", "Header", "Basic "),
            _ => new AuthenticationModel("Authorization", "Header", "Bearer "),
        };

    private static bool IsWord(string word, string expected) => string.Equals(word, expected, StringComparison.OrdinalIgnoreCase);

    private AuthenticationModel? Incomplete(SpecSecurityScheme scheme)
    {
        _document.Report(
            SpecRules.Unparsable,
            scheme.Node,
            JsonPointer.Append("/components/securitySchemes", scheme.Key),
            Path.GetFileName(_document.FilePath),
            "a scheme of type 'apiKey' needs a 'name' and where it is sent, 'in'"
        );
        return null;
    }
}
