using KoreXo.Runtime;

namespace KoreXo;

/// <summary>The scopes that a deployed app is granted, as written in its <c>*.scopes.json</c>.</summary>
/// <remarks>
/// <code>{ "app": "travel-ci", "credentials": { "admin": ["Change users"], "platform": ["Read contacts"] } }</code>
/// Where the service grants scopes for each resource separately, such as each table, a list may be an object with a list for each resource,
/// and for all of them under <c>"*"</c>:
/// <code>"credentials": { "data": { "Contacts": ["Write rows"], "*": ["Read rows"] } }</code>
/// Comments and trailing commas are allowed. Use <c>"scopes": […]</c> instead of <c>"credentials"</c> for a single credential of every
/// kind.
/// </remarks>
public sealed class ScopeManifest
{
    /// <summary>Initializes a new instance of the <see cref="ScopeManifest"/> class.</summary>
    /// <param name="app">The name of the app.</param>
    /// <param name="credentials">The scopes by kind of credential; the kind <c>""</c> is of every kind.</param>
    public ScopeManifest(string app, IEnumerable<KeyValuePair<string, IEnumerable<string>>> credentials)
        : this(app, credentials, []) { }

    /// <summary>Initializes a new instance of the <see cref="ScopeManifest"/> class with grants on single resources.</summary>
    /// <param name="app">The name of the app.</param>
    /// <param name="credentials">The scopes that are granted on every resource, by kind of credential; the kind <c>""</c> is of every
    /// kind.</param>
    /// <param name="resourceGrants">The scopes that are granted on one resource.</param>
    public ScopeManifest(
        string app,
        IEnumerable<KeyValuePair<string, IEnumerable<string>>> credentials,
        IEnumerable<ResourceGrant> resourceGrants
    )
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(credentials);
        ArgumentNullException.ThrowIfNull(resourceGrants);
        var held = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var (kind, scopes) in credentials)
        {
            held[kind] = new HashSet<string>(scopes, StringComparer.Ordinal);
        }

        ResourceGrants = [.. resourceGrants];
        foreach (var grant in ResourceGrants)
        {
            held.TryAdd(grant.Credential, new HashSet<string>(StringComparer.Ordinal));
        }

        App = app;
        Credentials = held.AsReadOnly();
    }

    /// <summary>Gets the name of the app; if the file has none, the file name without <c>.scopes.json</c>.</summary>
    public string App { get; }

    /// <summary>
    /// Gets the scopes that are granted on every resource, by kind of credential; the kind <c>""</c> is of every kind. A kind with grants
    /// on single resources only has an empty set.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Credentials { get; }

    /// <summary>Gets the scopes that are granted on one resource; empty if the manifest has only plain lists.</summary>
    public IReadOnlyList<ResourceGrant> ResourceGrants { get; }

    /// <summary>Reads a manifest from a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="FormatException">The file is not a manifest; the message names file and line and says what to do.</exception>
    public static ScopeManifest Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new ScopeManifestReader(path).Read(File.ReadAllBytes(path));
    }

    /// <summary>Reads a manifest from a stream, which stays open.</summary>
    /// <param name="stream">The stream.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="FormatException">The content is not a manifest; the message names the line and says what to do.</exception>
    public static ScopeManifest Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return new ScopeManifestReader(path: null).Read(copy.GetBuffer().AsSpan(0, (int)copy.Length));
    }
}
