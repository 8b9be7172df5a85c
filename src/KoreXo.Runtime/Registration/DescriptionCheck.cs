using KoreXo.Naming;

namespace KoreXo.Runtime;

/// <summary>
/// Validates options against the API that they are for: unknown names would be ignored, and without a credential every call would fail.
/// </summary>
internal static class DescriptionCheck
{
    public static IEnumerable<string> Find(KoreXoClientOptions options, Func<ApiDescription> describe)
    {
        if (options is { Credential: not null, Credentials.Count: 0, RateLimits.Count: 0 })
        {
            yield break; // the description does not have to be loaded
        }

        var api = describe();
        if (
            options is { Credential: null, Credentials.Count: 0 }
            && api.Authentication is not null
            && !(api.Security ?? []).Any(static alternative => alternative.Length == 0)
            && !options.ConfigurationFaults.Any(static fault => fault.StartsWith(nameof(options.Credential), StringComparison.Ordinal))
        )
        {
            yield return $"{nameof(options.Credential)} must be set{(api.CredentialKinds is { } kinds ? $", or {nameof(options.Credentials)} with {Quoted(kinds)}" : "")}: every call would fail without one.";
        }

        foreach (var kind in options.Credentials.Keys)
        {
            if (api.CredentialKinds is { } known && !known.Contains(kind, StringComparer.Ordinal))
            {
                yield return $"{nameof(options.Credentials)}[\"{kind}\"] is not a credential kind of the API{Meant(kind, known)} It has {Quoted(known)}.";
            }
        }

        foreach (var budget in options.RateLimits.Keys)
        {
            if (!api.Budgets.Contains(budget, StringComparer.Ordinal))
            {
                yield return $"{nameof(options.RateLimits)}[\"{budget}\"] is not a budget of the API{Meant(budget, api.Budgets)} It has {(api.Budgets.Count == 0 ? "none" : Quoted(api.Budgets))}.";
            }
        }
    }

    private static string Meant(string name, IReadOnlyList<string> known) =>
        SimilarNames.Hint(name, known) is { Length: > 0 } suggestion ? suggestion : ".";

    private static string Quoted(IReadOnlyList<string> names) => "'" + string.Join("', '", names) + "'";
}
