using KoreXo;
using KoreXo.Samples;

namespace Workloads;

/// <summary>Connects a program to the platform, with the credentials of its app.</summary>
internal static class Connection
{
    /// <summary>
    /// Opens a client for an app. For each kind of credential in its manifest, the variables <c>KOREXO_…_ID</c> and <c>KOREXO_…_SECRET</c>
    /// have the client id and secret, such as <c>KOREXO_ADMIN_ID</c>.
    /// </summary>
    /// <param name="endpoint">The address of the platform.</param>
    /// <param name="app">The name of the app.</param>
    /// <exception cref="FormatException">The address or a variable is missing or invalid.</exception>
    public static KoreXoClient Open(string? endpoint, string app)
    {
        var scopes = ReadManifest(app);
        var options = new KoreXoClientOptions { Endpoint = new Uri(Required("--endpoint", endpoint)), Scopes = scopes };
        foreach (var kind in scopes.Credentials.Keys)
        {
            var prefix = $"KOREXO_{kind.ToUpperInvariant()}";
            options.Credentials[kind] = new JwtCredential(Arguments.Variable($"{prefix}_ID"), Arguments.Variable($"{prefix}_SECRET"));
        }

        return new KoreXoClient(options);
    }

    /// <summary>Reads the manifest of an app, which lists what the app must be granted.</summary>
    public static ScopeManifest ReadManifest(string app) =>
        ScopeManifest.Load(Path.Combine(AppContext.BaseDirectory, $"{app}.scopes.json"));

    /// <summary>Returns the value of an option that has no default.</summary>
    /// <exception cref="FormatException">It is missing.</exception>
    public static string Required(string option, string? value) => value ?? throw new FormatException($"{option} is missing.");
}
