using System.Globalization;

namespace KoreXo.Runtime;

/// <summary>Checks what calls need: tokens, the rate limit store, and capacity in the long windows. Sends nothing to the API.</summary>
internal static class HealthProbe
{
    // A window of up to a minute is waited for; one of an hour fails calls when it is used up.
    private const int LongWindow = 3600;

    public static async Task<ClientHealth> CheckAsync(ClientSettings settings, QuotaLimiters limiters, CancellationToken cancellationToken)
    {
        var (failures, warnings) = (new List<string>(), new List<string>());
        foreach (var (kind, credential) in Credentials(settings))
        {
            if (await FindTokenErrorAsync(settings, kind, credential, cancellationToken).ConfigureAwait(false) is { } error)
            {
                failures.Add(error);
            }
        }

        if (!await limiters.IsStoreAvailableAsync(cancellationToken).ConfigureAwait(false))
        {
            failures.Add($"The rate limit store ({settings.RateLimitStore!.GetType().Name}) does not respond.");
            return new ClientHealth(failures, warnings);
        }

        foreach (var limiter in limiters.All)
        {
            var state = await limiter.GetStateAsync(cancellationToken).ConfigureAwait(false);
            warnings.AddRange(
                (state?.Windows ?? [])
                    .Where(static window => window.Window.Seconds >= LongWindow && window.Remaining == 0)
                    .Select(window =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"The rate limit '{limiter.Partition.Budget}' is used up: {window.Window.Calls} calls in {window.Window.Seconds} s; next call in {Math.Ceiling(window.NextIn.TotalSeconds)} s."
                        )
                    )
            );
        }

        return new ClientHealth(failures, [.. warnings.Distinct(StringComparer.Ordinal)]);
    }

    private static IEnumerable<(string? Kind, KoreXoCredential Credential)> Credentials(ClientSettings settings)
    {
        foreach (var (kind, credential) in settings.Credentials)
        {
            yield return (kind, credential);
        }

        if (settings.Credential is not null)
        {
            yield return (null, settings.Credential);
        }
    }

    // What others throw may contain a secret; its type does not.
    private static async Task<string?> FindTokenErrorAsync(
        ClientSettings settings,
        string? kind,
        KoreXoCredential credential,
        CancellationToken cancellationToken
    )
    {
        var context = new TokenRequestContext(settings.EndpointAddress) { CredentialKind = kind, TimeProvider = settings.TimeProvider };
        var name = kind is null ? "The credential" : $"The credential '{kind}'";
        try
        {
            var token = await credential.AcquireTokenAsync(context, cancellationToken).ConfigureAwait(false);
            return token.Value.Length == 0 ? $"{name} returned an empty token." : null;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            return fault is KoreXoException ? $"{name} has no token: {fault.Message}" : $"{name} threw {fault.GetType().Name}.";
        }
    }
}
