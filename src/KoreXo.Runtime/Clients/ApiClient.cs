using System.ComponentModel;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>
/// The base class of all clients. Clients are thread-safe and meant to be kept and shared; tests can override their members.
/// </summary>
/// <remarks>
/// Dispose a client that was created with options or a handler when it is no longer needed. One that was injected, or is a property of
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
    /// <param name="api">The API that the client is for. Without it, the client cannot send raw requests, and its scope checks do not know
    /// aliases.</param>
    /// <param name="ownsConnection">Whether the connection is disposed with the client.</param>
    protected ApiClient(ApiConnection connection, ApiDescription? api = null, bool ownsConnection = false)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _connection = connection;
        _ownsConnection = ownsConnection;
        _api = api;
    }

    /// <summary>Initializes a new instance of the <see cref="ApiClient"/> class for several APIs that are called the same way.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="describe">Describes what the APIs have in common; called when first needed.</param>
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
            $"This {GetType().Name} was created for tests and has no connection. Override the member that was called, or create the client with {nameof(KoreXoClientOptions)}."
        );

    /// <summary>Checks whether calls can be sent, without sending one.</summary>
    internal Task<ClientHealth> CheckHealthAsync(CancellationToken cancellationToken) => Connection.CheckHealthAsync(cancellationToken);

    /// <summary>Gets a client that is a part of this one: it shares the connection, and ends with it.</summary>
    /// <typeparam name="T">The type of the part.</typeparam>
    /// <param name="part">Keeps the part. It is created when it is first asked for: what a process does not call, it need not
    /// load.</param>
    /// <param name="create">Creates the part.</param>
    /// <returns>The part, always the same.</returns>
    /// <exception cref="InvalidOperationException">The client was created for tests.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected T Part<T>(ref T? part, Func<ApiConnection, T> create)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(create);
        if (Volatile.Read(ref part) is { } created)
        {
            return created;
        }

        return Interlocked.CompareExchange(ref part, create(Connection), comparand: null) ?? part!;
    }

    private ApiDescription? Api => _api ??= _describe?.Invoke();

    /// <summary>
    /// Closes the connection if the client owns it; later calls throw <see cref="ObjectDisposedException"/>. An <see cref="HttpClient"/> or
    /// handler that was passed in stays open.
    /// </summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the resources that the client owns. May be called more than once.</summary>
    /// <param name="disposing">Whether the method is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsConnection)
        {
            _connection?.Dispose();
        }
    }

    /// <summary>
    /// Checks whether a single credential is granted all of the scopes, according to <see cref="KoreXoClientOptions.Scopes"/>; where scopes
    /// are granted for each resource separately, on every resource.
    /// </summary>
    /// <param name="scopes">The scopes, in any spelling that the API defines. A scope also grants those that it implies.</param>
    /// <returns><see langword="true"/> if they are granted.</returns>
    /// <exception cref="InvalidOperationException">The client has no manifest.</exception>
    [ScopeGuard]
    public virtual bool HoldsScopes(params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        return Held().Missing(kind: null, scopes, resource: null).Count == 0;
    }

    /// <summary>
    /// Checks whether a single credential is granted all of the scopes on a resource, according to
    /// <see cref="KoreXoClientOptions.Scopes"/>.
    /// </summary>
    /// <param name="resource">The resource as calls name it, for example the name of a table.</param>
    /// <param name="scopes">The scopes, in any spelling that the API defines. A scope also grants those that it implies.</param>
    /// <returns><see langword="true"/> if they are granted, on the resource or on every resource.</returns>
    /// <exception cref="InvalidOperationException">The client has no manifest.</exception>
    [ScopeGuard(ResourceParameter = nameof(resource))]
    public virtual bool HoldsScopesOn(string resource, params string[] scopes)
    {
        ArgumentException.ThrowIfNullOrEmpty(resource);
        ArgumentNullException.ThrowIfNull(scopes);
        return Held().Missing(kind: null, scopes, resource).Count == 0;
    }

    /// <summary>
    /// Throws unless a single credential is granted all of the scopes, according to <see cref="KoreXoClientOptions.Scopes"/>; where scopes
    /// are granted for each resource separately, on every resource.
    /// </summary>
    /// <param name="scopes">The scopes, in any spelling that the API defines. A scope also grants those that it implies.</param>
    /// <exception cref="KoreXoScopeException">The scopes are not granted.</exception>
    /// <exception cref="InvalidOperationException">The client has no manifest.</exception>
    [ScopeGuard]
    public virtual void DemandScopes(params string[] scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        Demand(scopes, resource: null);
    }

    /// <summary>
    /// Throws unless a single credential is granted all of the scopes on a resource, according to
    /// <see cref="KoreXoClientOptions.Scopes"/>.
    /// </summary>
    /// <param name="resource">The resource as calls name it, for example the name of a table.</param>
    /// <param name="scopes">The scopes, in any spelling that the API defines. A scope also grants those that it implies.</param>
    /// <exception cref="KoreXoScopeException">The scopes are granted neither on the resource nor on every resource.</exception>
    /// <exception cref="InvalidOperationException">The client has no manifest.</exception>
    [ScopeGuard(ResourceParameter = nameof(resource))]
    public virtual void DemandScopesOn(string resource, params string[] scopes)
    {
        ArgumentException.ThrowIfNullOrEmpty(resource);
        ArgumentNullException.ThrowIfNull(scopes);
        Demand(scopes, resource);
    }

    /// <summary>Sends a request that the client has no method for, with the same credentials and error handling as any other.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path relative to the endpoint, with a leading slash, escaped, and with the query if any.</param>
    /// <param name="content">The body; the caller disposes it.</param>
    /// <param name="call">Options for this call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The successful response, with its body unread. The caller disposes it.</returns>
    /// <exception cref="ArgumentException">The path is absolute, contains dot segments, or is not escaped.</exception>
    /// <exception cref="KoreXoException">The request failed.</exception>
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
                $"{GetType().Name} is not the client of a single API; send the request with one that is."
            );
        var bare = RawPath.Check(path, nameof(path));
        var request = new OperationRequest(new OperationDescriptor(api, "", method, bare) { Idempotent = IsSafe(method) }, path)
        {
            Body = content is null ? null : new RawBody(content),
        };
        return connection.SendRawAsync(request, call, cancellationToken);
    }

    /// <summary>Downloads a file from a link that the platform returned, such as that of an export, and writes it as it arrives.</summary>
    /// <param name="link">The link: https, or relative to the endpoint. The credential is only sent to the host of the endpoint.</param>
    /// <param name="target">The stream to write to, from its current position; it stays open. If it can seek, a failed download starts over
    /// at that position and truncates what follows; otherwise, the first failure ends the download.</param>
    /// <param name="progress">Receives a report after each chunk.</param>
    /// <param name="call">Options for this call. If they set no timeouts, only <see cref="KoreXoClientOptions.IdleTimeout"/>
    /// applies.</param>
    /// <param name="cancellationToken">A token to cancel the download.</param>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException">The link is not https, or the stream is not writable.</exception>
    /// <exception cref="InvalidOperationException">Writing to the stream failed.</exception>
    /// <exception cref="KoreXoException">The download failed, is incomplete, exceeds <see cref="CallOptions.MaxDownloadBytes"/>, or cannot
    /// be known to be complete (<see cref="CallOptions.AllowUnknownLength"/>).</exception>
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
            throw new ArgumentException("The stream is not writable.", nameof(target));
        }

        var download = Connection.Download(Api ?? NoApi, call);
        return download.ToStreamAsync(download.Check(link, nameof(link)), target, progress, cancellationToken);
    }

    /// <summary>
    /// Downloads a file from a link that the platform returned to a file on disk, which appears only when it is complete.
    /// </summary>
    /// <param name="link">The link: https, or relative to the endpoint. The credential is only sent to the host of the endpoint.</param>
    /// <param name="path">The path of the file, in an existing directory; an existing file is replaced. Until the download is complete, the
    /// content is in a new file next to it, with a random name that ends with <c>.part</c>. Concurrent downloads to the same path do not
    /// interfere; the last one to complete wins.</param>
    /// <param name="progress">Receives a report after each chunk.</param>
    /// <param name="call">Options for this call. If they set no timeouts, only <see cref="KoreXoClientOptions.IdleTimeout"/>
    /// applies.</param>
    /// <param name="cancellationToken">A token to cancel the download.</param>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException">The link is not https.</exception>
    /// <exception cref="InvalidOperationException">The file cannot be written.</exception>
    /// <exception cref="KoreXoException">The download failed, is incomplete, exceeds <see cref="CallOptions.MaxDownloadBytes"/>, or cannot
    /// be known to be complete (<see cref="CallOptions.AllowUnknownLength"/>).</exception>
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

    private void Demand(string[] scopes, string? resource)
    {
        var missing = Held().Missing(kind: null, scopes, resource);
        if (missing.Count > 0)
        {
            throw new KoreXoScopeException(
                $"App '{Connection.Settings.Manifest!.App}' does not hold scope {CredentialChooser.Quoted(missing)}{CredentialChooser.On(resource)} on one credential."
            )
            {
                RequiredScopes = scopes,
                MissingScopes = missing,
                Resource = resource,
            };
        }
    }

    private HeldScopes Held() =>
        Connection.Settings.Held(Api ?? NoApi)
        ?? throw new InvalidOperationException(
            $"The client does not know which scopes are granted. Set {nameof(KoreXoClientOptions)}.{nameof(KoreXoClientOptions.Scopes)}, for example to {nameof(ScopeManifest)}.{nameof(ScopeManifest.Load)}(\"my-app.scopes.json\")."
        );
}
