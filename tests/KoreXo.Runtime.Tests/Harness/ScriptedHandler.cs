using System.Net;
using System.Text;

namespace KoreXo.Runtime.Tests;

/// <summary>An in-memory transport: attempts receive the scripted responses in order, the last one repeatedly.</summary>
internal sealed class ScriptedHandler(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] script)
    : HttpMessageHandler
{
    private readonly List<SentRequest> _requests = [];

    public IReadOnlyList<SentRequest> Requests => _requests;

    public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Status(
        int status,
        string body = "{}",
        params (string Name, string Value)[] headers
    ) =>
        (_, _) =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            foreach (var (name, value) in headers)
            {
                response.Headers.TryAddWithoutValidation(name, value);
            }

            return Task.FromResult(response);
        };

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Fault(Exception fault) =>
        (_, _) => Task.FromException<HttpResponseMessage>(fault);

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Unreachable() =>
        Fault(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Reset() =>
        Fault(new HttpRequestException(HttpRequestError.ResponseEnded, "reset"));

    /// <summary>A response whose body ends early.</summary>
    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Broken() =>
        (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new BrokenStream()) });

    /// <summary>A response that arrives after a delay, or never.</summary>
    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> After(TimeSpan time, TimeProvider clock) =>
        async (request, cancellationToken) =>
        {
            await Task.Delay(time, clock, cancellationToken);
            return await Status(200)(request, cancellationToken);
        };

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Never() =>
        After(Timeout.InfiniteTimeSpan, TimeProvider.System);

    /// <summary>Connects over this transport, with a clock of the test.</summary>
    public ApiConnection Connect(TimeProvider? clock = null, Action<KoreXoClientOptions>? configure = null)
    {
        var options = new KoreXoClientOptions
        {
            Endpoint = new Uri("https://platform.example.com"),
            Credential = new ApiKeyCredential(TestApi.Token),
            TimeProvider = clock ?? TimeProvider.System,
        };
        configure?.Invoke(options);
        return new ApiConnection(options, new HttpClient(this) { Timeout = Timeout.InfiniteTimeSpan });
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        int index;
        lock (_requests)
        {
            index = _requests.Count;
            _requests.Add(new SentRequest(request.Headers.TryGetValues("auth", out var tokens) ? tokens.Single() : null, body));
        }

        Reached.TrySetResult();
        return await script[Math.Min(index, script.Length - 1)](request, cancellationToken);
    }

    internal sealed record SentRequest(string? Token, string Body);

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("broken off");
    }
}
