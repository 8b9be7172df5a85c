using System.Reflection;
using KoreXo;

namespace Workloads.MissingScopes;

/// <summary>
/// Compares what methods require with what a manifest grants, without sending anything. The client itself decides, so that aliases and
/// scopes that include others count as they do for calls.
/// </summary>
internal sealed class ScopePreflight : IDisposable
{
    private readonly Dictionary<string, KoreXoClient> _clients = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _resources;

    public ScopePreflight(ScopeManifest manifest)
    {
        _resources = manifest.ResourceGrants.ToLookup(
            static grant => grant.Credential,
            static grant => grant.Resource,
            StringComparer.Ordinal
        );
        foreach (var (kind, scopes) in manifest.Credentials)
        {
            var grants = manifest.ResourceGrants.Where(grant => grant.Credential == kind);
            _clients[kind] = new KoreXoClient(
                new KoreXoClientOptions
                {
                    Endpoint = new Uri("https://unused.invalid"),
                    Scopes = new ScopeManifest(manifest.App, [new(kind, scopes)], grants),
                }
            );
        }
    }

    public ScopeVerdict Evaluate(MethodInfo method)
    {
        var alternatives = method.GetCustomAttributes<RequiresScopesAttribute>().ToList();
        return alternatives.Select(Granted).FirstOrDefault(static granted => granted is not null) is { } granted
            ? new ScopeVerdict(method, IsGranted: true, granted)
            : new ScopeVerdict(method, IsGranted: false, string.Join(" or ", alternatives.Select(Describe)));
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }

    /// <summary>Describes how an alternative is granted; null if it is not.</summary>
    private string? Granted(RequiresScopesAttribute alternative)
    {
        string[] scopes = [.. alternative.AllOf];
        foreach (var (kind, client) in _clients)
        {
            // A credential without a name is of every kind.
            if (alternative.Credential is not null && kind.Length > 0 && kind != alternative.Credential)
            {
                continue;
            }

            if (client.HoldsScopes(scopes))
            {
                return Describe(alternative);
            }

            // Which table a method is called for cannot be seen from outside, so those that may be are named.
            var resources = _resources[kind].Where(resource => client.HoldsScopesOn(resource, scopes)).Select(static name => $"'{name}'");
            if (alternative.ResourceParameter is not null && string.Join(", ", resources) is { Length: > 0 } names)
            {
                return $"{Describe(alternative)} on {names} only";
            }
        }

        return null;
    }

    private static string Describe(RequiresScopesAttribute alternative) =>
        $"{string.Join(" + ", alternative.AllOf)} ({alternative.Credential ?? "any credential"})";
}
