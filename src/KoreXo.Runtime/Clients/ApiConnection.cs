using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>What the clients of one platform share: endpoint, credentials, and transport. Thread-safe.</summary>
/// <remarks>
/// A transport that is passed in is used but never disposed. The <see cref="HttpClient.Timeout"/> of an <see cref="HttpClient"/> still
/// applies. If its handler follows redirects, it forwards the credential header to any host; the call then fails, but only after that.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiConnection : IDisposable
{
    private readonly MessageTransport? _owned;
    private readonly CallSender _sender;

    /// <summary>Initializes a new instance of the <see cref="ApiConnection"/> class with its own transport.</summary>
    /// <param name="options">The options; copied.</param>
    /// <exception cref="ArgumentException">A setting is invalid; the message lists all that are.</exception>
    public ApiConnection(KoreXoClientOptions options)
    {
        Settings = ClientSettings.From(options);
        _owned = MessageTransport.FromHandler(TransportHandler.Create(), owns: true);
        _sender = new CallSender(Settings, _owned, typeof(ApiClient));
    }

    /// <summary>Initializes a new instance of the <see cref="ApiConnection"/> class with a handler.</summary>
    /// <param name="options">The options; copied.</param>
    /// <param name="handler">Sends the requests; the caller disposes it. Automatic redirects are turned off on a
    /// <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/>, even at the end of a chain.</param>
    /// <exception cref="ArgumentException">A setting is invalid, and the message lists all that are; or the handler follows redirects and
    /// has been used, so that this can no longer be turned off.</exception>
    public ApiConnection(KoreXoClientOptions options, HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Settings = ClientSettings.From(options);
        RedirectCheck.TurnOff(handler, nameof(handler));
        DirectLoopbackProxy.Use(handler);
        _owned = MessageTransport.FromHandler(handler, owns: false);
        _sender = new CallSender(Settings, _owned, typeof(ApiClient));
    }

    /// <summary>Initializes a new instance of the <see cref="ApiConnection"/> class with an <see cref="HttpClient"/>.</summary>
    /// <param name="options">The options; copied.</param>
    /// <param name="httpClient">Sends the requests; the caller disposes it. It must not follow redirects.</param>
    /// <exception cref="ArgumentException">A setting is invalid; the message lists all that are.</exception>
    public ApiConnection(KoreXoClientOptions options, HttpClient httpClient)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        Settings = ClientSettings.From(options);
        _sender = new CallSender(Settings, MessageTransport.FromClient(httpClient), typeof(ApiClient));
    }

    /// <summary>Initializes a new instance of the <see cref="ApiConnection"/> class over a registered <see cref="HttpClient"/>.</summary>
    /// <param name="options">How to reach the service; copied.</param>
    /// <param name="transport">Sends the requests; it is not disposed.</param>
    /// <param name="hidesCredential">Whether its <see cref="CredentialHandler"/> adds the headers with credentials.</param>
    internal ApiConnection(KoreXoClientOptions options, MessageTransport transport, bool hidesCredential)
    {
        Settings = ClientSettings.From(options, hidesCredential);
        _sender = new CallSender(Settings, transport, typeof(ApiClient));
    }

    internal ClientSettings Settings { get; }

    /// <summary>Calls an operation that returns a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="request">The request; its body is disposed.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <param name="call">Options for this call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KoreXoException">The request failed, or its response cannot be read.</exception>
    public Task<T> SendAsync<T>(OperationRequest request, JsonCodec<T> codec, CallOptions? call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(codec);
        return _sender
            .SendAsync(
                request,
                call,
                codec,
                static (response, codec) =>
                {
                    using (response)
                    {
                        return ResponseReader.Read(response, codec);
                    }
                },
                cancellationToken
            )
            .AsTask();
    }

    /// <summary>Calls an operation that returns no value.</summary>
    /// <param name="request">The request; its body is disposed.</param>
    /// <param name="call">Options for this call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>A task that completes with the call.</returns>
    /// <exception cref="KoreXoException">The request failed.</exception>
    public async Task SendAsync(OperationRequest request, CallOptions? call, CancellationToken cancellationToken)
    {
        using var response = await _sender.SendAsync(request, call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls an operation that returns a value or, for some statuses, none.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="request">The request; its body is disposed.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <param name="call">Options for this call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value; the default if the response has no body.</returns>
    /// <exception cref="KoreXoException">The request failed, or its response cannot be read.</exception>
    public async Task<T?> SendAnyAsync<T>(
        OperationRequest request,
        JsonCodec<T> codec,
        CallOptions? call,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(codec);
        using var response = await _sender.SendAsync(request, call, cancellationToken).ConfigureAwait(false);
        return Utf8Text.TrimStart(response.Body).IsEmpty ? default : ResponseReader.Read(response, codec);
    }

    /// <summary>Calls an operation that returns bytes.</summary>
    /// <param name="request">The request; its body is disposed.</param>
    /// <param name="call">Options for this call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The response, with its body unread. The caller disposes it.</returns>
    /// <exception cref="KoreXoException">The request failed.</exception>
    public async Task<BinaryResponse> SendBinaryAsync(OperationRequest request, CallOptions? call, CancellationToken cancellationToken)
    {
        var response = await _sender.SendRawAsync(request, call, cancellationToken).ConfigureAwait(false);
        return await BinaryResponse.OfAsync(response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls an operation that returns different values for different statuses.</summary>
    /// <typeparam name="T">The common type of the values.</typeparam>
    /// <param name="request">The request; its body is disposed.</param>
    /// <param name="cases">How the responses are read, by status; together they cover every success.</param>
    /// <param name="call">Options for this call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value; <see langword="null"/> if the response has no body.</returns>
    /// <exception cref="KoreXoException">The request failed, or its response cannot be read.</exception>
    public async Task<T?> SendAnyAsync<T>(
        OperationRequest request,
        StatusCase<T>[] cases,
        CallOptions? call,
        CancellationToken cancellationToken
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(cases);
        using var response = await _sender.SendAsync(request, call, cancellationToken).ConfigureAwait(false);
        return Utf8Text.TrimStart(response.Body).IsEmpty ? null : Read(response, cases);
    }

    /// <summary>Calls an operation that returns different values for different statuses, and never none.</summary>
    /// <typeparam name="T">The common type of the values.</typeparam>
    /// <param name="request">The request; its body is disposed.</param>
    /// <param name="cases">How the responses are read, by status; together they cover every success.</param>
    /// <param name="call">Options for this call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KoreXoException">The request failed, or its response cannot be read.</exception>
    public async Task<T> SendAsync<T>(
        OperationRequest request,
        StatusCase<T>[] cases,
        CallOptions? call,
        CancellationToken cancellationToken
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(cases);
        using var response = await _sender.SendAsync(request, call, cancellationToken).ConfigureAwait(false);
        return Read(response, cases);
    }

    /// <summary>Calls an operation that returns a URL as a redirect, which is not followed.</summary>
    /// <param name="request">The request; its body is disposed.</param>
    /// <param name="call">Options for this call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The absolute URL.</returns>
    /// <exception cref="KoreXoException">The request failed, or its response has no URL.</exception>
    public Task<Uri> SendForLocationAsync(OperationRequest request, CallOptions? call, CancellationToken cancellationToken) =>
        _sender.SendAsync(request, call, LocationReader.ReadAsync, cancellationToken).AsTask();

    /// <summary>Calls an operation that streams items. Nothing is sent until they are enumerated.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="request">The request; its body is disposed.</param>
    /// <param name="format">How the items are separated.</param>
    /// <param name="item">The codec of an item.</param>
    /// <param name="call">Options for this call.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    /// <returns>The stream.</returns>
    public StreamedResult<T> Stream<T>(
        OperationRequest request,
        StreamFormat format,
        JsonCodec<T> item,
        CallOptions? call,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(item);
        return new OperationStream<T>(_sender, request, format, item, call, cancellationToken);
    }

    /// <summary>Lists the items of a paged operation. Nothing is sent until the list is enumerated.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="request">The request without position and page size; its body is disposed.</param>
    /// <param name="paging">How the operation pages.</param>
    /// <param name="item">The codec of an item.</param>
    /// <param name="start">The start position and the page size.</param>
    /// <param name="call">Options for this call.</param>
    /// <param name="cancellationToken">A token to cancel every enumeration.</param>
    /// <returns>The list.</returns>
    public PagedResult<T> List<T>(
        OperationRequest request,
        PagingDescriptor paging,
        JsonCodec<T> item,
        PageStart start,
        CallOptions? call,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(paging);
        ArgumentNullException.ThrowIfNull(item);
        var begin = paging.In == PagingLocation.Body ? PageStart.Of(request.Body, paging) : start;
        return new OperationPages<T>(new PageFetcher<T>(_sender, request, paging, item, call), begin, cancellationToken);
    }

    /// <summary>Calls an operation that starts a job.</summary>
    /// <typeparam name="T">The type of the job's status.</typeparam>
    /// <param name="request">The request; its body is disposed.</param>
    /// <param name="job">The job.</param>
    /// <param name="values">The parameters of the request, for the status calls.</param>
    /// <param name="call">Options for this call; credential, timeout and headers also apply to the status calls.</param>
    /// <param name="cancellationToken">A token to cancel the operation; a job that has started keeps running.</param>
    /// <returns>The job.</returns>
    /// <exception cref="KoreXoException">The request failed, or its response lacks what the status calls need.</exception>
    public Task<Job<T>> StartJobAsync<T>(
        OperationRequest request,
        JobDescriptor<T> job,
        JobValue[] values,
        CallOptions? call,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(values);
        return JobStarter.StartAsync(_sender, request, job, values, call, cancellationToken);
    }

    /// <summary>Calls an operation that starts a job and returns a typed response.</summary>
    /// <typeparam name="TStatus">The type of the job's status.</typeparam>
    /// <typeparam name="TStart">The type of the response to the start.</typeparam>
    /// <param name="request">The request; its body is disposed.</param>
    /// <param name="job">The job.</param>
    /// <param name="start">The codec of the response to the start.</param>
    /// <param name="values">The parameters of the request, for the status calls.</param>
    /// <param name="call">Options for this call; credential, timeout, headers and tags also apply to the status calls.</param>
    /// <param name="cancellationToken">A token to cancel the operation; a job that has started keeps running.</param>
    /// <returns>The job.</returns>
    /// <exception cref="KoreXoException">The request failed, or its response lacks what the status calls need.</exception>
    public Task<Job<TStatus, TStart>> StartJobAsync<TStatus, TStart>(
        OperationRequest request,
        JobDescriptor<TStatus> job,
        JsonCodec<TStart> start,
        JobValue[] values,
        CallOptions? call,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(job);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(values);
        return JobStarter.StartAsync(_sender, request, job, start, values, call, cancellationToken);
    }

    /// <summary>Resumes a job that was started elsewhere. Nothing is sent.</summary>
    /// <typeparam name="T">The type of the job's status.</typeparam>
    /// <param name="job">The job.</param>
    /// <param name="token">The <see cref="Job{T}.ResumeToken"/>.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">The token is corrupt, not signed although <see cref="KoreXoClientOptions.TokenSigningKeys"/> are
    /// set, of another operation or version, or contains what the job does not declare.</exception>
    public Job<T> ResumeJob<T>(JobDescriptor<T> job, string token)
    {
        ArgumentNullException.ThrowIfNull(job);
        var ticket = JobTicket.Decode(token, job.Start.Id, Settings.Signature, nameof(token));
        TicketCheck.Check(job, ticket, nameof(token));
        return new Job<T>(new JobFollower<T>(_sender, job, ticket, call: null), startResponse: default, immediately: true);
    }

    private static T Read<T>(ApiResponse response, StatusCase<T>[] cases)
        where T : class
    {
        var best = cases[^1];
        foreach (var candidate in cases)
        {
            if (candidate.Has((int)response.Status) && candidate.Width < best.Width)
            {
                best = candidate;
            }
        }

        return best.Read(response);
    }

    /// <summary>Checks whether calls can be sent, without sending one.</summary>
    internal Task<ClientHealth> CheckHealthAsync(CancellationToken cancellationToken) => _sender.CheckHealthAsync(cancellationToken);

    /// <summary>Sends a request that no operation describes.</summary>
    internal Task<HttpResponseMessage> SendRawAsync(OperationRequest request, CallOptions? call, CancellationToken cancellationToken) =>
        _sender.SendRawAsync(request, call, cancellationToken);

    /// <summary>Creates the download of a file.</summary>
    internal FileDownload Download(ApiDescription api, CallOptions? call) => new(_sender, Settings, api, call);

    /// <summary>
    /// Closes the connection for all clients that share it; later calls throw <see cref="ObjectDisposedException"/>. A transport that was
    /// passed in stays open.
    /// </summary>
    public void Dispose()
    {
        _sender.Dispose();
        if (_owned is not null)
        {
            _sender.Close();
            _owned.Dispose();
        }
    }
}
