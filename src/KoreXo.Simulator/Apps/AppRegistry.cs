using System.Collections.Concurrent;

namespace KoreXo.Simulator;

/// <summary>The registered apps, by client id.</summary>
internal sealed class AppRegistry
{
    private readonly ConcurrentDictionary<string, SimulatedApp> _apps = new(StringComparer.Ordinal);

    public void Add(SimulatedApp app) => _apps[app.ClientId] = app;

    /// <summary>Returns the apps of a kind, ordered by client id.</summary>
    public IReadOnlyList<SimulatedApp> OfKind(AppKind kind) =>
        [.. _apps.Values.Where(app => app.Credential == kind.Credential()).OrderBy(app => app.ClientId, StringComparer.Ordinal)];

    /// <summary>Returns all apps, ordered by client id.</summary>
    public IReadOnlyList<SimulatedApp> All() => [.. _apps.Values.OrderBy(app => app.ClientId, StringComparer.Ordinal)];

    public SimulatedApp? Find(string clientId) => _apps.GetValueOrDefault(clientId);

    public SimulatedApp? FindBySecret(string secret) => _apps.Values.FirstOrDefault(app => app.ClientSecret == secret);
}
