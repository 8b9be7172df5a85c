using System.IO.Pipelines;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KoreXo.Simulator.Hosting;

// ASP.NET Core's TestServer neither accepts an address whose path is kept as written nor passes on the raw target, and what the client
// sends is what is under test here (decision 32). So the exchange passes the target on as a server would receive it, and the same
// pipeline handles both. The response reaches the caller with its first byte and not with its last, so that a body that breaks off in the
// middle breaks off in the caller's hands.
/// <summary>One request and response, as seen by both server and client.</summary>
internal sealed class InProcessExchange : IHttpRequestLifetimeFeature
{
    private readonly Pipe _body = new();
    private readonly TaskCompletionSource<HttpResponseMessage> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _left;
    private readonly HttpRequestMessage _request;
    private long _written;

    /// <param name="request">The client's request.</param>
    /// <param name="head">The server's request.</param>
    /// <param name="endpoint">The address of the simulator.</param>
    /// <param name="left">Canceled when the caller leaves. It is never disposed, because either side may outlive the other, and it has no
    /// timer.</param>
    private InProcessExchange(HttpRequestMessage request, IHttpRequestFeature head, Uri endpoint, CancellationTokenSource left)
    {
        _left = left;
        _request = request;
        RequestAborted = _left.Token;
        Context = new DefaultHttpContext();
        Context.Features.Set(head);
        Context.Features.Set<IHttpRequestLifetimeFeature>(this);
        Context.Features.Set<IHttpResponseBodyFeature>(
            new StreamResponseBodyFeature(new AnswerStream(_body.Writer.AsStream(leaveOpen: true), Take))
        );
        Context.Features.Set<IHttpConnectionFeature>(
            new HttpConnectionFeature { LocalIpAddress = IPAddress.Parse(endpoint.Host), LocalPort = endpoint.Port }
        );
    }

    public DefaultHttpContext Context { get; }

    public Task<HttpResponseMessage> Answer => _answer.Task;

    public CancellationToken RequestAborted { get; set; }

    public static async Task<InProcessExchange> CreateAsync(HttpRequestMessage request, Uri endpoint, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        var head = new HttpRequestFeature
        {
            Method = request.Method.Method,
            Protocol = "HTTP/1.1",
            Scheme = address.Scheme,
            RawTarget = address.PathAndQuery,
            Path = address.AbsolutePath,
            QueryString = address.Query,
            Body = Stream.Null,
        };
        head.Headers.Host = request.Headers.Host ?? address.Authority;
        foreach (
            var (name, values) in request.Headers.NonValidated.Where(header =>
                !header.Key.Equals("Host", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            head.Headers.Append(name, values.ToArray());
        }

        if (request.Content is { } content)
        {
            var body = new MemoryStream();
            await content.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
            body.Position = 0;
            head.Body = body;
            foreach (var (name, values) in content.Headers.NonValidated)
            {
                head.Headers.Append(name, values.ToArray());
            }

            head.Headers.ContentLength = body.Length;
        }

        return new InProcessExchange(request, head, endpoint, new CancellationTokenSource());
    }

    /// <summary>Completes the response after the server has sent everything.</summary>
    public async Task CompleteAsync()
    {
        Begin();

        // Over a connection this is what a server does when a body is shorter than it has announced: the headers have arrived, and the
        // body ends too early. A response to HEAD has the length of a body, but none.
        if (Context.Response.ContentLength > _written && !HttpMethods.IsHead(Context.Request.Method))
        {
            Fail(new HttpIOException(HttpRequestError.ResponseEnded, "The simulator has ended the connection in the middle of the body."));
            return;
        }

        await _body.Writer.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>Closes the connection on behalf of the server.</summary>
    public void Abort() => Fail(new HttpIOException(HttpRequestError.ResponseEnded, "The simulator has reset the connection."));

    public void Fail(HttpIOException exception)
    {
        _answer.TrySetException(exception);
        _body.Writer.Complete(exception);
    }

    /// <summary>Closes the connection on behalf of the caller.</summary>
    public void Leave()
    {
        _left.Cancel();
        _answer.TrySetCanceled(CancellationToken.None);
    }

    private void Take(int count)
    {
        Begin();
        _written += count;
    }

    /// <summary>Sends the headers, at the first byte of the body or its end.</summary>
    private void Begin()
    {
        if (_answer.Task.IsCompleted)
        {
            return;
        }

        var response = new HttpResponseMessage((HttpStatusCode)Context.Response.StatusCode)
        {
            RequestMessage = _request,
            Content = new StreamContent(new LeavingStream(_body.Reader.AsStream(), Leave)),
        };
        foreach (var (name, values) in Context.Response.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
            {
                response.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
            }
        }

        // As a server does if no length is given.
        response.Headers.TransferEncodingChunked = response.Content.Headers.ContentLength is null ? true : null;
        _answer.TrySetResult(response);
    }
}
