using KoreXo.Naming;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>Compares the security requirements of a document with the schemes and scopes that it declares.</summary>
internal sealed class SecurityCheck(SpecDocument document, EquatableArray<KnownScope> knownScopes)
{
    private const string Correct = "declare it or correct its name";

    private readonly SpecNode? _schemes = document.Root["components"]?["securitySchemes"];

    private readonly Dictionary<string, (HashSet<string> Declared, SimilarNames Similar)> _scopes = new(StringComparer.Ordinal);
    private SimilarNames? _similarSchemes;

    // Variants share the requirement of their operation.
    private readonly HashSet<SpecNode> _checked = [];

    public bool IsDeclared(string scheme) => _schemes?[scheme] is not null;

    public void Check(SpecNode? security, string pointer)
    {
        if (security is null || !_checked.Add(security))
        {
            return;
        }

        for (var i = 0; i < security.Items.Count; i++)
        {
            foreach (var scheme in security.Items[i].Names)
            {
                CheckScheme(scheme, security.Items[i][scheme]!, JsonPointer.Append(JsonPointer.Append(pointer, i), scheme));
            }
        }
    }

    private void CheckScheme(string name, SpecNode scopes, string pointer)
    {
        if (!IsDeclared(name))
        {
            document.Report(
                SpecRules.UndeclaredScheme,
                scopes,
                pointer,
                name,
                Suggestion(name, _similarSchemes ??= new SimilarNames(_schemes?.Names ?? []))
            );
            return;
        }

        // OpenID Connect declares its scopes elsewhere; a key or a password has none.
        var scheme = document.Find(JsonPointer.Append("/components/securitySchemes", name)).Node;
        if (scheme?.String("type") != "oauth2")
        {
            return;
        }

        var (declared, similar) = Scopes(name, scheme);
        for (var i = 0; i < scopes.Items.Count; i++)
        {
            if (scopes.Items[i] is { Kind: SpecNodeKind.String } scope && !declared.Contains(scope.Text))
            {
                document.Report(
                    SpecRules.UndeclaredScope,
                    scope,
                    JsonPointer.Append(pointer, i),
                    scope.Text,
                    Suggestion(scope.Text, similar)
                );
            }
        }
    }

    private (HashSet<string> Declared, SimilarNames Similar) Scopes(string name, SpecNode scheme)
    {
        if (!_scopes.TryGetValue(name, out var scopes))
        {
            var declared = new HashSet<string>(
                XKnownScopes.OfScheme(scheme).Concat(knownScopes.Select(static scope => scope.Name)),
                StringComparer.Ordinal
            );
            _scopes.Add(name, scopes = (declared, new SimilarNames(declared)));
        }

        return scopes;
    }

    private static string Suggestion(string name, SimilarNames declared) =>
        declared.Closest(name) is { } meant ? $"did you mean '{meant}'?" : Correct;
}
