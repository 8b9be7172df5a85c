using KoreXo.Naming;

namespace KoreXo.Runtime;

/// <summary>Finds a credential that can make a call, or reports why none can, before anything is sent.</summary>
internal static class CredentialChooser
{
    public static CredentialChoice Choose(ClientSettings settings, in OperationRequest request, CallOptions? call)
    {
        var operation = request.Operation;
        if (operation.Anonymous)
        {
            return default;
        }

        if (Security(operation) is { } security)
        {
            return SchemeChooser.Choose(settings, operation, security, call?.Credential);
        }

        if (operation.Api.Authentication is null)
        {
            return default;
        }

        if (call?.Credential is { } own)
        {
            return new CredentialChoice(own, operation.Scopes is [var only] ? only : null);
        }

        return operation.Scopes switch
        {
            null => new CredentialChoice(settings.Credential ?? Only(settings) ?? throw NoCredential(settings, operation), null),
            [] => new CredentialChoice(settings.Credential ?? First(settings), null),
            var alternatives => Suitable(settings, operation, alternatives, request.Resource),
        };
    }

    /// <summary>Gets the schemes that the operation declares; <see langword="null"/> if that of the API is the only one.</summary>
    private static ScopeRequirement[][]? Security(OperationDescriptor operation) =>
        operation.Security
        ?? operation.Api.Security
        ?? (
            operation is { Scopes: null, Api: { Authentication: not null, Schemes: [{ Scheme: { } usual }, ..] } }
                ?
                [
                    [new(usual)],
                ]
                : null
        );

    private static CredentialChoice Suitable(
        ClientSettings settings,
        OperationDescriptor operation,
        ScopeRequirement[] alternatives,
        string? resource
    )
    {
        var held = settings.Held(operation.Api);
        foreach (var alternative in alternatives)
        {
            if (alternative.Credential is { } kind)
            {
                if (
                    (settings.Credentials.GetValueOrDefault(kind) ?? settings.Credential) is { } credential
                    && Holds(held, kind, alternative, resource)
                )
                {
                    return new CredentialChoice(credential, alternative);
                }

                continue;
            }

            if (settings.Credential is { } general && Holds(held, kind: null, alternative, resource))
            {
                return new CredentialChoice(general, alternative);
            }

            foreach (var (ownKind, credential) in settings.Credentials)
            {
                if (Holds(held, ownKind, alternative, resource))
                {
                    return new CredentialChoice(credential, alternative);
                }
            }
        }

        throw Refusal(settings, operation, alternatives, held, resource);
    }

    private static bool Holds(HeldScopes? held, string? kind, ScopeRequirement alternative, string? resource) =>
        held is null || held.Missing(kind, alternative.Scopes, alternative.On(resource)).Count == 0;

    private static KoreXoCredential? Only(ClientSettings settings) => settings.Credentials.Count == 1 ? First(settings) : null;

    private static KoreXoCredential? First(ClientSettings settings)
    {
        foreach (var (_, credential) in settings.Credentials)
        {
            return credential;
        }

        return null;
    }

    private static KoreXoAuthenticationException NoCredential(ClientSettings settings, OperationDescriptor operation) =>
        new(
            $"{operation.Method} {operation.Path} was not sent: "
                + (
                    settings.Credentials.Count == 0
                        ? $"the client has no credential. Set {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.Credential)}."
                        : $"the kind of credential that the call needs is unknown. Set {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.Credential)} or {nameof(CallOptions)}.{nameof(CallOptions.Credential)}."
                ),
            Facts(operation)
        );

    private static KoreXoException Refusal(
        ClientSettings settings,
        OperationDescriptor operation,
        ScopeRequirement[] alternatives,
        HeldScopes? held,
        string? resource
    )
    {
        var begin = $"{operation.Method} {operation.Path} was not sent: it needs {Describe(alternatives, resource)}";
        var (nearest, missing) = Nearest(settings, alternatives, held, resource);
        if (!HasCredential(settings, nearest))
        {
            return new KoreXoAuthenticationException($"{begin}, {NoneOfItsKind(settings, alternatives)}.", Facts(operation));
        }

        return new KoreXoScopeException(
            $"{begin}, but by its manifest app '{settings.Manifest!.App}' does not hold {Quoted(missing)}{On(nearest.On(resource))}. Grant it in the console of the service and add it to the manifest.",
            Facts(operation)
        )
        {
            Credential = nearest.Credential,
            RequiredScopes = nearest.Scopes,
            MissingScopes = missing,
            Resource = nearest.On(resource),
        };
    }

    private static string NoneOfItsKind(ClientSettings settings, ScopeRequirement[] alternatives)
    {
        const string options = nameof(KoreXoClientOptions);
        var kinds = alternatives
            .Select(static alternative => alternative.Credential)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var repair =
            kinds.Length == 0
                ? $"Set {options}.{nameof(KoreXoClientOptions.Credential)}"
                : $"Set {string.Join(" or ", kinds.Select(static kind => $"{options}.{nameof(KoreXoClientOptions.Credentials)}[\"{kind}\"]"))}, or {options}.{nameof(KoreXoClientOptions.Credential)}, which serves every kind";
        if (settings.Credentials.Count == 0)
        {
            return $"but the client has no credential. {repair}";
        }

        var given = $"but the client has only {Quoted([.. settings.Credentials.Keys])}";
        var meant = settings
            .Credentials.Keys.Select(name => SimilarNames.Hint(name, kinds))
            .FirstOrDefault(static suggestion => suggestion.Length > 0);
        return $"{given}{meant}{(meant is null ? "." : "")} {repair}";
    }

    // The alternative that is easiest to satisfy: one with an existing credential that is missing the fewest scopes.
    private static (ScopeRequirement Alternative, IReadOnlyList<string> Missing) Nearest(
        ClientSettings settings,
        ScopeRequirement[] alternatives,
        HeldScopes? held,
        string? resource
    )
    {
        var nearest = alternatives[0];
        IReadOnlyList<string>? least = null;
        foreach (var alternative in alternatives)
        {
            var missing = held?.Missing(alternative.Credential, alternative.Scopes, alternative.On(resource)) ?? alternative.Scopes;
            var better = HasCredential(settings, alternative).CompareTo(HasCredential(settings, nearest));
            if (least is null || better > 0 || (better == 0 && missing.Count < least.Count))
            {
                (nearest, least) = (alternative, missing);
            }
        }

        return (nearest, least!);
    }

    private static bool HasCredential(ClientSettings settings, ScopeRequirement alternative) =>
        settings.Credential is not null
        || (alternative.Credential is { } kind ? settings.Credentials.ContainsKey(kind) : settings.Credentials.Count > 0);

    private static string Describe(ScopeRequirement alternative, string? resource) =>
        (alternative.Credential is { } kind ? $"credential '{kind}' with " : "")
        + (alternative.Scopes.Length == 0 ? "no scope" : $"scope {Quoted(alternative.Scopes)}")
        + On(alternative.On(resource));

    internal static string Describe(ScopeRequirement[] alternatives, string? resource) =>
        string.Join(", or ", alternatives.Select(alternative => Describe(alternative, resource)));

    internal static string On(string? resource) => resource is null ? "" : $" on '{resource}'";

    internal static string Quoted(IReadOnlyList<string> scopes) => "'" + string.Join("' and '", scopes) + "'";

    internal static ErrorFacts Facts(OperationDescriptor operation) =>
        new()
        {
            Method = operation.Method.Method,
            Path = operation.Path,
            OperationId = operation.Id,
        };
}
