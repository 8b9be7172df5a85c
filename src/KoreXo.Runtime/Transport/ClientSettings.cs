using System.Collections.Concurrent;

namespace KoreXo.Runtime;

/// <summary>The checked copy of the options that a connection works with.</summary>
internal sealed class ClientSettings
{
    private const int ApplicationIdLimit = 64;

    private readonly ConcurrentDictionary<ScopeCatalog, HeldScopes> _held = new();

    private ClientSettings(KoreXoClientOptions options)
    {
        Endpoint = options.Endpoint!.GetLeftPart(UriPartial.Path).TrimEnd('/');
        Credential = options.Credential;
        Credentials = new SortedDictionary<string, KoreXoCredential>(options.Credentials, StringComparer.Ordinal);
        Manifest = options.Scopes;
        TimeProvider = options.TimeProvider;
        MaxResponseBytes = options.MaxResponseBytes;
        UserAgent = Runtime.UserAgent.For(options.ApplicationId);
    }

    /// <summary>Gets the address without a slash at its end.</summary>
    public string Endpoint { get; }

    public KoreXoCredential? Credential { get; }

    /// <summary>Gets the credentials by kind, in the order of the kinds, so that a choice among them is always the same.</summary>
    public SortedDictionary<string, KoreXoCredential> Credentials { get; }

    public ScopeManifest? Manifest { get; }

    public TimeProvider TimeProvider { get; }

    public long MaxResponseBytes { get; }

    public string UserAgent { get; }

    /// <summary>Copies the options.</summary>
    /// <exception cref="ArgumentException">A setting is faulty; the message names all that are.</exception>
    public static ClientSettings From(KoreXoClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = Faults(options);
        return faults.Count == 0 ? new ClientSettings(options) : throw new ArgumentException(string.Join(" ", faults), nameof(options));
    }

    /// <summary>Says what is wrong with the options.</summary>
    public static List<string> Faults(KoreXoClientOptions options)
    {
        var faults = new List<string>();
        if (EndpointFault(options.Endpoint) is { } fault)
        {
            faults.Add($"{nameof(KoreXoClientOptions.Endpoint)} {fault}.");
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
            faults.Add($"{nameof(KoreXoClientOptions.ApplicationId)} must be 1 to {ApplicationIdLimit} letters, digits or '.', '_', '-', '/'.");
        }

        foreach (var (kind, credential) in options.Credentials)
        {
            if (credential is null)
            {
                faults.Add($"{nameof(KoreXoClientOptions.Credentials)}[\"{kind}\"] must not be null.");
            }
        }

        return faults;
    }

    /// <summary>Gives what the manifest's credentials hold of an API's scopes; <see langword="null"/> without a manifest.</summary>
    public HeldScopes? Held(ApiDescription api) => Manifest is null
        ? null
        : _held.GetOrAdd(api.ScopeCatalog, static (catalog, manifest) => new HeldScopes(manifest, catalog), Manifest);

    private static string? EndpointFault(Uri? endpoint) => endpoint switch
    {
        null => "must be set, for example https://platform.example.com",
        { IsAbsoluteUri: false } => "must be an absolute address, with https://",
        { Scheme: not ("https" or "http") } => "must be an https address",
        { UserInfo.Length: > 0 } => "must not carry a user name or password",
        { Query.Length: > 0 } or { Fragment.Length: > 0 } => "must not have a query or fragment",
        { Scheme: "http", IsLoopback: false } => "must be https: over plain http, which is for loopback hosts only, the credential could be read on the way",
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
