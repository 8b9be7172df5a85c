using System.Net.Http.Headers;

namespace KoreXo.Runtime;

/// <summary>
/// Decides whether a 403 means a missing scope. Only the response or the manifest can show that; that the operation requires scopes does
/// not. Docs: decisions/0025-forbidden.md.
/// </summary>
internal static class ForbiddenCall
{
    // The error code of RFC 6750, which servers send in the WWW-Authenticate header or as "error" in the body.
    private const string InsufficientScope = "insufficient_scope";

    // A scope may have the name of a feature, so its name alone is not conclusive: "Reports is turned off for this account".
    private static readonly string[] WordsOfRights =
    [
        "scope",
        "scopes",
        "permission",
        "permissions",
        "privilege",
        "privileges",
        "access",
        "authorized",
        "unauthorized",
        "grant",
        "granted",
        InsufficientScope,
    ];

    private static readonly string[] WordsOfLack =
    [
        "missing",
        "insufficient",
        "lack",
        "lacks",
        "lacking",
        "need",
        "needs",
        "needed",
        "require",
        "requires",
        "required",
        "without",
        "no",
        "not",
        "grant",
        "granted",
        "additional",
    ];

    public static KoreXoForbiddenException Create(CallState call, ClientSettings settings, string what, ErrorBody error, ErrorFacts facts)
    {
        what = what.TrimEnd('.');
        var need = Requirement(call, error);
        var missing = need is null ? [] : Missing(call, settings, need, error);
        if (missing.Count == 0 && need is not null && SaysSo(call, error))
        {
            missing = need.Scopes;
        }

        if (missing.Count > 0 || (need is null && SaysSo(call, error)))
        {
            var repair = need is null
                ? ""
                : $"; {Kind(need)} needs scope {CredentialChooser.Quoted(missing)}{CredentialChooser.On(need.On(call.Request.Resource))}: grant it in the console of the service, and list it in the scope manifest";
            return new KoreXoScopeException(ResponseErrors.Message(call, what + repair), facts)
            {
                Credential = need?.Credential,
                RequiredScopes = need?.Scopes ?? [],
                MissingScopes = missing,
                Resource = need?.On(call.Request.Resource),
            };
        }

        var advice = call.Operation.Scopes is { Length: > 0 } alternatives
            ? $"; the response names no missing scope: check what the service allows the app (the document requires {CredentialChooser.Describe(alternatives, call.Request.Resource)})"
            : "; check what the service allows the app";
        return new KoreXoForbiddenException(ResponseErrors.Message(call, what + advice), facts)
        {
            Credential = need?.Credential,
            RequiredScopes = need?.Scopes ?? [],
            Resource = need?.On(call.Request.Resource),
        };
    }

    private static string Kind(ScopeRequirement need) => need.Credential is { } kind ? $"credential '{kind}'" : "the credential";

    /// <summary>
    /// Gets the alternative that the credential was chosen for; with the call's own credential, the one that the response names.
    /// </summary>
    private static ScopeRequirement? Requirement(CallState call, ErrorBody error)
    {
        if (call.Choice.Requirement is { } chosen)
        {
            return chosen;
        }

        foreach (var alternative in call.Operation.Scopes ?? [])
        {
            if (Named(call.Operation.Api.ScopeCatalog, alternative, error).Count > 0)
            {
                return alternative;
            }
        }

        return null;
    }

    private static IReadOnlyList<string> Missing(CallState call, ClientSettings settings, ScopeRequirement need, ErrorBody error)
    {
        var named = Named(call.Operation.Api.ScopeCatalog, need, error);
        return named.Count > 0
            ? named
            : settings.Held(call.Operation.Api)?.Missing(need.Credential, need.Scopes, need.On(call.Request.Resource)) ?? [];
    }

    private static List<string> Named(ScopeCatalog catalog, ScopeRequirement need, ErrorBody error)
    {
        var named = new List<string>();
        if (!ContainsAny(error.Message, WordsOfRights) && !ContainsAny(error.Code, WordsOfRights))
        {
            return named;
        }

        foreach (var scope in need.Scopes)
        {
            foreach (var spelling in catalog.Spellings(scope))
            {
                if (Contains(error.Message, spelling) || Contains(error.Code, spelling))
                {
                    named.Add(scope);
                    break;
                }
            }
        }

        return named;
    }

    private static bool SaysSo(CallState call, ErrorBody error)
    {
        foreach (var challenge in call.Attempt.Answer?.Headers.WwwAuthenticate ?? (IEnumerable<AuthenticationHeaderValue>)[])
        {
            if (Contains(challenge.Parameter, InsufficientScope))
            {
                return true;
            }
        }

        return Contains(error.Code, InsufficientScope)
            || Contains(error.Message, InsufficientScope)
            || ((Contains(error.Message, "scope") || Contains(error.Message, "scopes")) && ContainsAny(error.Message, WordsOfLack));
    }

    private static bool ContainsAny(string? text, string[] words) => Array.Exists(words, word => Contains(text, word));

    /// <summary>Finds a phrase that is not part of a longer word.</summary>
    private static bool Contains(string? text, string phrase)
    {
        for (var at = 0; text is not null && (at = text.IndexOf(phrase, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + phrase.Length;
            if ((at == 0 || !IsWord(text[at - 1])) && (end == text.Length || !IsWord(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
