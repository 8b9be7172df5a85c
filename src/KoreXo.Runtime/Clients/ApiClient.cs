using KoreXo.Runtime;

namespace KoreXo;

/// <summary>
/// The base class of all clients. A client is safe to share between threads and cheap to keep; its members can be overridden in tests.
/// </summary>
/// <remarks>
/// Dispose a client that was created with options or a handler when it is no longer needed; one that was injected, or is a property of
/// another client, is disposed with its owner.
/// </remarks>
public abstract class ApiClient : IDisposable
{
    private static readonly ApiDescription NoApi = new() { Name = "" };

    private readonly ApiConnection? _connection;
    private readonly bool _ownsConnection;
    private readonly Func<ApiDescription>? _describe;
    private ApiDescription? _api;

    /// <summary>
    /// Initializes a new instance of the <see cref="ApiClient"/> class without a connection, for tests that override its members.
    /// </summary>
    protected ApiClient() { }

    /// <summary>Initializes a new instance of the <see cref="ApiClient"/> class.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="api">The API the client is for; without it the client has no raw calls, and its scope checks know no other
    /// spellings.</param>
    /// <param name="ownsConnection">Whether the connection is disposed with the client.</param>
    protected ApiClient(ApiConnection connection, ApiDescription? api = null, bool ownsConnection = false)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        _ownsConnection = ownsConnection;
        _api = api;
    }

    /// <summary>Initializes a new instance of the <see cref="ApiClient"/> class for several APIs that are called alike.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="describe">Describes what the APIs have in common; called when it is first needed.</param>
    /// <param name="ownsConnection">Whether the connection is disposed with the client.</param>
    protected ApiClient(ApiConnection connection, Func<ApiDescription> describe, bool ownsConnection)
        : this(connection, api: null, ownsConnection)
    {
        ArgumentNullException.ThrowIfNull(describe);
        _describe = describe;
    }

    /// <summary>Gets the connection.</summary>
    /// <exception cref="InvalidOperationException">The client was created for tests.</exception>
    protected ApiConnection Connection =>
        _connection
        ?? throw new InvalidOperationException(
            $"This {GetType().Name} was created by its constructor for tests, which gives it no connection. Override the member that was called, or create the client with {nameof(KoreXoClientOptions)}."
        );

    private ApiDescription? Api => _api ??= _describe?.Invoke();

    /// <summary>
    /// Closes the connection if the client owns it; further calls then throw <see cref="ObjectDisposedException"/>. An
    /// <see cref="HttpClient"/> or handler that was given stays open.
    /// </summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the client owns. May be called more than once.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsConnection)
        {
            _connection?.Dispose();
        }
    }

    /// <summary>Says whether one credential holds all of some scopes, by <see cref="KoreXoClientOptions.Scopes"/>.</summary>
    /// <param name="scopes">The scopes, in any spelling that the API knows. A scope that implies another counts for both.</param>
    /// <returns>Whether they are held.</returns>
    /// <exception cref="InvalidOperationException">The client was given no manifest.</exception>
    [ScopeGuard]
    public virtual bool HoldsScopes(params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return Held().Missing(kind: null, scopes).Count == 0;
    }

    /// <summary>Throws unless one credential holds all of some scopes, by <see cref="KoreXoClientOptions.Scopes"/>.</summary>
    /// <param name="scopes">The scopes, in any spelling that the API knows. A scope that implies another counts for both.</param>
    /// <exception cref="KoreXoScopeException">They are not held.</exception>
    /// <exception cref="InvalidOperationException">The client was given no manifest.</exception>
    [ScopeGuard]
    public virtual void DemandScopes(params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var missing = Held().Missing(kind: null, scopes);
        if (missing.Count > 0)
        {
            throw new KoreXoScopeException(
                $"App '{Connection.Settings.Manifest!.App}' does not hold scope {CredentialChooser.Quoted(missing)} on one credential."
            )
            {
                RequiredScopes = scopes,
                MissingScopes = missing,
            };
        }
    }

    /// <summary>Sends a request that the client has no member for, with credential and errors as for any other.</summary>
    /// <param name="method">The HTTP verb.</param>
    /// <param name="path">The path below the endpoint, beginning with a slash, escaped, with the query if any.</param>
    /// <param name="content">The body; stays the caller's to dispose.</param>
    /// <param name="call">What differs for this call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, a success, its body unread. The caller disposes it.</returns>
    /// <exception cref="ArgumentException">The path is an absolute address, leads elsewhere by dot segments, or is not escaped.</exception>
    /// <exception cref="KoreXoException">The call failed.</exception>
    public virtual Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        var connection = Connection;
        var api =
            Api
            ?? throw new InvalidOperationException(
                $"{GetType().Name} stands for several APIs, or for none it knows; send the request with the client of one API."
            );
        var bare = RawPath.Check(path, nameof(path));
        var request = new OperationRequest(new OperationDescriptor(api, "", method, bare) { Idempotent = IsSafe(method) }, path)
        {
            Body = content is null ? null : new RawBody(content),
        };
        return connection.SendRawAsync(request, call, cancellationToken);
    }

    /// <summary>Downloads a file by a link that the platform gave, such as that of an export, while it comes in.</summary>
    /// <param name="link">The link: https, or relative to the endpoint. The credential is sent along to the host of the endpoint
    /// only.</param>
    /// <param name="target">What the file is written to, from where it stands; stays open. If it can seek, the download begins again
    /// there after a fault, and what was behind is cut off; else a fault ends it.</param>
    /// <param name="progress">Told after each piece.</param>
    /// <param name="call">What differs for this call. Without times of its own, only <see cref="KoreXoClientOptions.IdleTimeout"/> limits
    /// it.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException">The link is not https, or the stream cannot be written.</exception>
    /// <exception cref="InvalidOperationException">The stream refused what came.</exception>
    /// <exception cref="KoreXoException">The download failed, is not whole, is longer than <see cref="CallOptions.MaxDownloadBytes"/>, or
    /// nobody can know whether it is whole (<see cref="CallOptions.AllowUnknownLength"/>).</exception>
    public virtual Task<long> DownloadAsync(
        Uri link,
        Stream target,
        IProgress<TransferProgress>? progress = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(target);
        if (!target.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written.", nameof(target));
        }

        var download = Connection.Download(Api ?? NoApi, call);
        return download.ToStreamAsync(download.Check(link, nameof(link)), target, progress, cancellationToken);
    }

    /// <summary>Downloads a file by a link that the platform gave to a file on disk, which is there only once it is whole.</summary>
    /// <param name="link">The link: https, or relative to the endpoint. The credential is sent along to the host of the endpoint
    /// only.</param>
    /// <param name="path">The path of the file, in a folder that exists; a file that is there is replaced. Until the end, the content is in
    /// a new file beside it, with a random name that ends with <c>.part</c>. Several downloads to one path do not disturb each other; the
    /// last one to end stays.</param>
    /// <param name="progress">Told after each piece.</param>
    /// <param name="call">What differs for this call. Without times of its own, only <see cref="KoreXoClientOptions.IdleTimeout"/> limits
    /// it.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException">The link is not https.</exception>
    /// <exception cref="InvalidOperationException">The file cannot be written.</exception>
    /// <exception cref="KoreXoException">The download failed, is not whole, is longer than <see cref="CallOptions.MaxDownloadBytes"/>, or
    /// nobody can know whether it is whole (<see cref="CallOptions.AllowUnknownLength"/>).</exception>
    public virtual async Task<long> DownloadAsync(
        Uri link,
        string path,
        IProgress<TransferProgress>? progress = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = new PartialFile(path);
        long length;
        var stream = file.Open();
        await using (stream.ConfigureAwait(false))
        {
            length = await DownloadAsync(link, stream, progress, call, cancellationToken).ConfigureAwait(false);
        }

        file.Complete();
        return length;
    }

    private static bool IsSafe(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Options;

    private HeldScopes Held() =>
        Connection.Settings.Held(Api ?? NoApi)
        ?? throw new InvalidOperationException(
            $"The client does not know which scopes are held. Set {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.Scopes)}, for example to {nameof(ScopeManifest)}.{nameof(ScopeManifest.Load)}(\"my-app.scopes.json\")."
        );
}
