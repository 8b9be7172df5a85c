namespace KoreXo.Runtime;

/// <summary>Collects all errors in the options.</summary>
internal static class OptionsValidation
{
    private const int ApplicationIdLimit = 64;
    private const int MostRetries = 10;

    public static List<string> FindErrors(KoreXoClientOptions options)
    {
        var faults = new List<string>(options.ConfigurationFaults);
        if (EndpointFault(options.Endpoint) is { } fault && !IsReported(faults, nameof(KoreXoClientOptions.Endpoint)))
        {
            faults.Add($"{nameof(KoreXoClientOptions.Endpoint)} {fault}.");
        }

        foreach (var (server, address) in options.Servers)
        {
            if (EndpointFault(address) is { } reason)
            {
                faults.Add($"{nameof(KoreXoClientOptions.Servers)}[\"{server}\"] {reason}.");
            }
        }

        if (options.TimeProvider is null)
        {
            faults.Add($"{nameof(KoreXoClientOptions.TimeProvider)} must not be null.");
        }

        if (options.MaxResponseBytes < 1 || options.MaxResponseBytes > Array.MaxLength)
        {
            faults.Add($"{nameof(KoreXoClientOptions.MaxResponseBytes)} must be between 1 and {Array.MaxLength}.");
        }

        if (options.ApplicationId is { } id && !IsApplicationId(id))
        {
            faults.Add(
                $"{nameof(KoreXoClientOptions.ApplicationId)} must be 1 to {ApplicationIdLimit} letters, digits or '.', '_', '-', '/'."
            );
        }

        if (options.MaxRetries is < 0 or > MostRetries)
        {
            faults.Add($"{nameof(KoreXoClientOptions.MaxRetries)} must be between 0 and {MostRetries}.");
        }

        Limit(faults, nameof(KoreXoClientOptions.AttemptTimeout), options.AttemptTimeout);
        Limit(faults, nameof(KoreXoClientOptions.IdleTimeout), options.IdleTimeout);
        Limit(faults, nameof(KoreXoClientOptions.TotalTimeout), options.TotalTimeout);
        if (options.MaxRateLimitWait is { } wait && wait != TimeSpan.Zero)
        {
            Limit(faults, nameof(KoreXoClientOptions.MaxRateLimitWait), wait);
        }

        if (options.RateLimitStoreFailure is not (RateLimitStoreFailure.FailClosed or RateLimitStoreFailure.FailOpen))
        {
            faults.Add(
                $"{nameof(KoreXoClientOptions.RateLimitStoreFailure)} must be {string.Join(" or ", Enum.GetNames<RateLimitStoreFailure>())}."
            );
        }

        foreach (var (kind, credential) in options.Credentials)
        {
            if (credential is null)
            {
                faults.Add($"{nameof(KoreXoClientOptions.Credentials)}[\"{kind}\"] must not be null.");
            }
        }

        Keys(faults, options.TokenSigningKeys);
        Windows(faults, options.RateLimits);
        return faults;
    }

    private static bool IsReported(List<string> faults, string setting) =>
        faults.Exists(fault => fault.StartsWith(setting, StringComparison.Ordinal));

    private static void Limit(List<string> faults, string setting, TimeSpan limit)
    {
        if (!ClientSettings.IsLimit(limit))
        {
            faults.Add($"{setting} must be positive and less than 50 days, or infinite (-00:00:00.001).");
        }
    }

    private static void Keys(List<string> faults, IList<byte[]> keys)
    {
        foreach (var key in keys)
        {
            if (key is null || key.Length < TokenSignature.LeastKeyLength)
            {
                faults.Add(
                    $"{nameof(KoreXoClientOptions.TokenSigningKeys)} must be keys of at least {TokenSignature.LeastKeyLength} bytes; create one with RandomNumberGenerator.GetBytes({TokenSignature.LeastKeyLength})."
                );
                return;
            }
        }
    }

    private static void Windows(List<string> faults, IDictionary<string, IReadOnlyList<RateLimitWindow>> limits)
    {
        foreach (var (budget, windows) in limits)
        {
            if (windows is null || windows.Any(static window => window.Calls < 1 || window.Seconds < 1))
            {
                faults.Add(
                    $"{nameof(KoreXoClientOptions.RateLimits)}[\"{budget}\"] must be windows of at least one call in at least one second."
                );
            }
        }
    }

    private static string? EndpointFault(Uri? endpoint) =>
        endpoint switch
        {
            null => "must be set, for example https://platform.example.com",
            { IsAbsoluteUri: false } => "must be an absolute address, with https://",
            { Scheme: not ("https" or "http") } => "must be an https address",
            { UserInfo.Length: > 0 } => "must not carry a user name or password",
            { Query.Length: > 0 } or { Fragment.Length: > 0 } => "must not have a query or fragment",
            { Scheme: "http", IsLoopback: false } =>
                "must be https: over plain http, which is for loopback hosts only, the credential could be read on the way",
            _ => null,
        };

    private static bool IsApplicationId(string id)
    {
        foreach (var character in id)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('.' or '_' or '-' or '/'))
            {
                return false;
            }
        }

        return id.Length is > 0 and <= ApplicationIdLimit;
    }
}
