using System.ComponentModel;

namespace KoreXo.Runtime;

/// <summary>What the clients of one platform share: address, credentials, transport. Safe to use from many threads.</summary>
/// <remarks>
/// A transport that is given is used and never disposed. The <see cref="HttpClient.Timeout"/> of an <see cref="HttpClient"/> still
/// applies, and if its handler follows
/// redirects, the header with the credential goes along to any host: the call then fails, but only after that.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiConnection : IDisposable
{
    private readonly HttpClient? _owned;
    private readonly CallSender _sender;

    /// <summary>Initializes a new instance of the <see cref="ApiConnection"/> class with a transport of its own.</summary>
    /// <param name="options">How to reach the service; copied.</param>
    /// <exception cref="ArgumentException">A setting is invalid; the message names all that are.</exception>
    public ApiConnection(KoreXoClientOptions options)
    {
        Settings = ClientSettings.From(options);
        _owned = TransportHandler.CreateClient();
        _sender = new CallSender(Settings, _owned, typeof(ApiClient));
    }

    /// <summary>Initializes a new instance of the <see cref="ApiConnection"/> class over a handler.</summary>
    /// <param name="options">How to reach the service; copied.</param>
    /// <param name="handler">Sends the requests; stays the caller's. Automatic redirects are turned off on a
    /// <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/>, also at the end of a chain.</param>
    /// <exception cref="ArgumentException">A setting is invalid, and the message names all that are; or the handler follows redirects and
    /// has been used, so that this cannot be turned off.</exception>
    public ApiConnection(KoreXoClientOptions options, HttpMessageHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        Settings = ClientSettings.From(options);
        RedirectCheck.TurnOff(handler, nameof(handler));
        DirectLoopbackProxy.Use(handler);
        _owned = TransportHandler.Configure(new HttpClient(handler, disposeHandler: false));
        _sender = new CallSender(Settings, _owned, typeof(ApiClient));
    }

    /// <summary>Initializes a new instance of the <see cref="ApiConnection"/> class over an <see cref="HttpClient"/>.</summary>
    /// <param name="options">How to reach the service; copied.</param>
    /// <param name="httpClient">Sends the requests; stays the caller's. It must not follow redirects.</param>
    /// <exception cref="ArgumentException">A setting is invalid; the message names all that are.</exception>
    public ApiConnection(KoreXoClientOptions options, HttpClient httpClient)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        Settings = ClientSettings.From(options);
        _sender = new CallSender(Settings, httpClient, typeof(ApiClient));
    }

    internal ClientSettings Settings { get; }

    /// <summary>Calls an operation that gives a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="request">The call; its body is disposed.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <param name="call">What differs for this call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KoreXoException">The call failed, or its answer cannot be read.</exception>
    public async Task<T> SendAsync<T>(OperationRequest request, JsonCodec<T> codec, CallOptions? call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(codec);
        using var response = await _sender.SendAsync(request, call, cancellationToken).ConfigureAwait(false);
        return ResponseReader.Read(response, codec);
    }

    /// <summary>Calls an operation that gives nothing.</summary>
    /// <param name="request">The call; its body is disposed.</param>
    /// <param name="call">What differs for this call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that ends with the call.</returns>
    /// <exception cref="KoreXoException">The call failed.</exception>
    public async Task SendAsync(OperationRequest request, CallOptions? call, CancellationToken cancellationToken)
    {
        using var response = await _sender.SendAsync(request, call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls an operation that gives a value or, with some statuses, nothing.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="request">The call; its body is disposed.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <param name="call">What differs for this call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The value; the default one where the answer has no body.</returns>
    /// <exception cref="KoreXoException">The call failed, or its answer cannot be read.</exception>
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

    /// <summary>Calls an operation that gives bytes.</summary>
    /// <param name="request">The call; its body is disposed.</param>
    /// <param name="call">What differs for this call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, its body unread. The caller disposes it.</returns>
    /// <exception cref="KoreXoException">The call failed.</exception>
    public async Task<BinaryResponse> SendBinaryAsync(OperationRequest request, CallOptions? call, CancellationToken cancellationToken)
    {
        var response = await _sender.SendRawAsync(request, call, cancellationToken).ConfigureAwait(false);
        return await BinaryResponse.OfAsync(response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls an operation that gives different values with different statuses.</summary>
    /// <typeparam name="T">The type of them all.</typeparam>
    /// <param name="request">The call; its body is disposed.</param>
    /// <param name="cases">What the responses are read as, by their statuses; together they have every success.</param>
    /// <param name="call">What differs for this call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value; <see langword="null"/> where the response has no body.</returns>
    /// <exception cref="KoreXoException">The call failed, or its response cannot be read.</exception>
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

    /// <summary>Calls an operation that gives different values with different statuses, and always one.</summary>
    /// <typeparam name="T">The type of them all.</typeparam>
    /// <param name="request">The call; its body is disposed.</param>
    /// <param name="cases">What the responses are read as, by their statuses; together they have every success.</param>
    /// <param name="call">What differs for this call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The value.</returns>
    /// <exception cref="KoreXoException">The call failed, or its response cannot be read.</exception>
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

    /// <summary>Calls an operation that gives the address of something, by a redirection that is not followed.</summary>
    /// <param name="request">The call; its body is disposed.</param>
    /// <param name="call">What differs for this call.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The address, absolute.</returns>
    /// <exception cref="KoreXoException">The call failed, or its response has no address.</exception>
    public Task<Uri> SendForLocationAsync(OperationRequest request, CallOptions? call, CancellationToken cancellationToken) =>
        _sender.SendAsync(request, call, LocationReader.ReadAsync, cancellationToken).AsTask();

    /// <summary>Calls an operation that gives items one by one. Nothing is sent before they are enumerated.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="request">The call; its body is disposed.</param>
    /// <param name="format">How the items are separated.</param>
    /// <param name="item">The codec of an item.</param>
    /// <param name="call">What differs for this call.</param>
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

    /// <summary>Lists what an operation gives in pages. Nothing is sent before the list is enumerated.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="request">The call without position and size; its body is disposed.</param>
    /// <param name="paging">How the operation pages.</param>
    /// <param name="item">The codec of an item.</param>
    /// <param name="start">Where to begin, and the size of the pages.</param>
    /// <param name="call">What differs for this call.</param>
    /// <param name="cancellationToken">Ends every enumeration.</param>
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
    /// <param name="request">The call; its body is disposed.</param>
    /// <param name="job">The job.</param>
    /// <param name="values">The parameters of the call, for the status calls.</param>
    /// <param name="call">What differs for this call; credential, timeout and headers also for the status calls.</param>
    /// <param name="cancellationToken">Ends the call; a job that has started goes on.</param>
    /// <returns>The job.</returns>
    /// <exception cref="KoreXoException">The call failed, or its answer lacks what the status calls need.</exception>
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

    /// <summary>Sends a request that starts a job and whose response has a type of its own.</summary>
    /// <typeparam name="TStatus">The type of the job's status.</typeparam>
    /// <typeparam name="TStart">The type of the response to the start.</typeparam>
    /// <param name="request">The request; its body is disposed.</param>
    /// <param name="job">The job.</param>
    /// <param name="start">The codec of the response to the start.</param>
    /// <param name="values">The parameters of the request, for the status calls.</param>
    /// <param name="call">What differs for this call; credential, timeout, headers and tags also for the status calls.</param>
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

    /// <summary>Takes up a job that was started elsewhere. Nothing is sent.</summary>
    /// <typeparam name="T">The type of the job's status.</typeparam>
    /// <param name="job">The job.</param>
    /// <param name="token">The token of <see cref="Job{T}.ResumeToken"/>.</param>
    /// <returns>The job.</returns>
    /// <exception cref="ArgumentException">The token is broken, not signed where <see cref="KoreXoClientOptions.TokenSigningKeys"/> are
    /// set, of another operation or version, or says what the job does not declare.</exception>
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

    /// <summary>Sends a request that no operation describes.</summary>
    internal Task<HttpResponseMessage> SendRawAsync(OperationRequest request, CallOptions? call, CancellationToken cancellationToken) =>
        _sender.SendRawAsync(request, call, cancellationToken);

    /// <summary>Makes the download of a file.</summary>
    internal FileDownload Download(ApiDescription api, CallOptions? call) => new(_sender, Settings, api, call);

    /// <summary>
    /// Ends the connection, for all clients that share it: calls then throw <see cref="ObjectDisposedException"/>. A transport that was
    /// given stays open.
    /// </summary>
    public void Dispose()
    {
        _sender.Dispose();
        _owned?.Dispose();
    }
}
