using System.Runtime.InteropServices;
using KoreXo.Naming;

namespace KoreXo.Runtime;

/// <summary>
/// Finds the credentials of a call whose operation names its security schemes: by the names of the schemes, and the general credential for
/// a scheme without one of its name. Reports which are missing before anything is sent.
/// </summary>
/// <remarks>
/// If an operation accepts <c>appId</c> and <c>appKey</c> together, or <c>oauth</c>, for example, a client whose only credential is named
/// <c>oauth</c> uses that. So does a client with nothing but a general credential, which cannot serve two schemes.
/// </remarks>
internal static class SchemeChooser
{
    public static CredentialChoice Choose(
        ClientSettings settings,
        OperationDescriptor operation,
        ScopeRequirement[][] alternatives,
        KoreXoCredential? own
    )
    {
        var held = own is null ? settings.Held(operation.Api) : null;
        var best = default(Candidate);
        foreach (var alternative in alternatives)
        {
            var candidate = Rate(settings, operation.Api, alternative, own);
            if (candidate.Certainty > best.Certainty && Array.TrueForAll(alternative, part => IsHeld(held, part)))
            {
                best = candidate;
            }
        }

        return best.Alternative switch
        {
            null => throw Refusal(settings, operation, alternatives, held),
            [] => default,
            var alternative => Choice(settings, operation.Api, alternative, own ?? settings.Credential, best.Unnamed),
        };
    }

    /// <summary>
    /// Ranks how likely an alternative is meant: by names alone, then with the general credential in its usual place, then without any
    /// credential, then with the general credential in another place.
    /// </summary>
    private static Candidate Rate(ClientSettings settings, ApiDescription api, ScopeRequirement[] alternative, KoreXoCredential? own)
    {
        if (alternative.Length == 0)
        {
            return new Candidate(alternative, Certainty: 2, Unnamed: -1);
        }

        var unnamed = Array.FindIndex(alternative, part => !settings.Credentials.ContainsKey(part.Credential!));
        if (own is not null && unnamed < 0)
        {
            unnamed = 0; // it replaces the one that the client would choose
        }

        if (unnamed < 0)
        {
            return new Candidate(alternative, Certainty: 4, unnamed);
        }

        var isOnly = Array.FindLastIndex(alternative, part => !settings.Credentials.ContainsKey(part.Credential!)) <= unnamed;
        if (!isOnly || (own ?? settings.Credential) is null)
        {
            return default;
        }

        var isUsual =
            own is not null || alternative.Length > 1 || (api.Schemes is [var first, ..] && first.Scheme == alternative[0].Credential);
        return new Candidate(alternative, isUsual ? 3 : 1, unnamed);
    }

    private static CredentialChoice Choice(
        ClientSettings settings,
        ApiDescription api,
        ScopeRequirement[] alternative,
        KoreXoCredential? general,
        int unnamed
    )
    {
        var parts = new SchemeCredential[alternative.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var name = alternative[i].Credential!;
            parts[i] = new SchemeCredential(
                api.Schemes.First(scheme => scheme.Scheme == name),
                i == unnamed ? general! : settings.Credentials[name],
                alternative[i]
            );
        }

        return new CredentialChoice(parts[0].Credential, parts[0].Requirement, parts[0].Scheme, parts.Length == 1 ? null : parts[1..]);
    }

    private static bool IsHeld(HeldScopes? held, ScopeRequirement part) => held is null || Missing(held, part).Count == 0;

    private static IReadOnlyList<string> Missing(HeldScopes held, ScopeRequirement part) =>
        part.Scopes.Length == 0 ? [] : held.Missing(part.Credential, part.Scopes, resource: null);

    private static KoreXoException Refusal(
        ClientSettings settings,
        OperationDescriptor operation,
        ScopeRequirement[][] alternatives,
        HeldScopes? held
    )
    {
        var nearest = alternatives.MinBy(alternative => Absent(settings, alternative).Count)!;
        var absent = Absent(settings, nearest);
        var begin =
            $"{operation.Method} {operation.Path} was not sent: it needs {string.Join(", or ", alternatives.Select(Describe))}, but ";
        if (absent.Count > 1 || (absent.Count == 1 && settings.Credential is null))
        {
            const string options = nameof(KoreXoClientOptions);
            var given =
                settings.Credentials.Count == 0 ? "has no credential with such a name" : $"has only {Quoted(settings.Credentials.Keys)}";
            var repair = string.Join(
                " and ",
                absent.Select(static name => $"{options}.{nameof(KoreXoClientOptions.Credentials)}[\"{name}\"]")
            );
            var meant = settings
                .Credentials.Keys.Select(name => SimilarNames.Hint(name, absent))
                .FirstOrDefault(static suggestion => suggestion.Length > 0);
            return new KoreXoAuthenticationException(
                $"{begin}the client {given}{meant}{(meant is null ? "." : "")} Set {repair}.",
                CredentialChooser.Facts(operation)
            );
        }

        var part = nearest.First(part => !IsHeld(held, part));
        var missing = Missing(held!, part);
        return new KoreXoScopeException(
            $"{begin}by its manifest app '{settings.Manifest!.App}' does not hold {CredentialChooser.Quoted(missing)}. Grant it in the console of the service and add it to the manifest.",
            CredentialChooser.Facts(operation)
        )
        {
            Credential = part.Credential,
            RequiredScopes = part.Scopes,
            MissingScopes = missing,
        };
    }

    private static List<string> Absent(ClientSettings settings, ScopeRequirement[] alternative) =>
        [.. alternative.Select(static part => part.Credential!).Where(name => !settings.Credentials.ContainsKey(name))];

    private static string Describe(ScopeRequirement[] alternative) =>
        (alternative.Length == 1 ? "credential " : "credentials ")
        + string.Join(
            " and ",
            alternative.Select(static part =>
                $"'{part.Credential}'" + (part.Scopes.Length == 0 ? "" : $" with scope {CredentialChooser.Quoted(part.Scopes)}")
            )
        );

    private static string Quoted(IEnumerable<string> names) => "'" + string.Join("' and '", names) + "'";

    /// <summary>An alternative and whether it can be satisfied.</summary>
    /// <param name="Alternative">The alternative; <see langword="null"/> if it cannot be satisfied.</param>
    /// <param name="Certainty">Higher is better; zero if it cannot be satisfied.</param>
    /// <param name="Unnamed">The index of the scheme that the general credential is used for; negative for none.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Candidate(ScopeRequirement[]? Alternative, int Certainty, int Unnamed);
}
