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

    public ScopePreflight(ScopeManifest manifest)
    {
        foreach (var (kind, scopes) in manifest.Credentials)
        {
            _clients[kind] = new KoreXoClient(
                new KoreXoClientOptions
                {
                    Endpoint = new Uri("https://unused.invalid"),
                    Scopes = new ScopeManifest(manifest.App, [new(kind, scopes)]),
                }
            );
        }
    }

    public ScopeVerdict Evaluate(MethodInfo method)
    {
        var alternatives = method.GetCustomAttributes<RequiresScopesAttribute>().ToList();
        return alternatives.Find(IsGranted) is { } granted
            ? new ScopeVerdict(method, IsGranted: true, Describe(granted))
            : new ScopeVerdict(method, IsGranted: false, string.Join(" or ", alternatives.Select(Describe)));
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }

    // A credential without a name is of every kind.
    private bool IsGranted(RequiresScopesAttribute alternative) =>
        _clients.Any(client =>
            (alternative.Credential is null || client.Key.Length == 0 || client.Key == alternative.Credential)
            && client.Value.HoldsScopes([.. alternative.AllOf])
        );

    private static string Describe(RequiresScopesAttribute alternative) =>
        $"{string.Join(" + ", alternative.AllOf)} ({alternative.Credential ?? "any credential"})";
}
