using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Gives each test a service of its own, described by a document.</summary>
public abstract class DocumentTest(string document) : IAsyncLifetime
{
    private readonly List<HttpClient> _clients = [];

    private protected ManualClock Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    private protected XoSimulator Service { get; private set; } = null!;

    private protected HttpClient Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Service = await XoSimulator.StartForAsync(document, new XoSimulatorOptions { TimeProvider = Clock });
        Http = Client();
    }

    public async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Service.DisposeAsync();
    }

    private protected HttpClient Client(Action<HttpClient>? change = null)
    {
        var client = new HttpClient(Service.CreateHandler()) { BaseAddress = Service.Endpoint };
        change?.Invoke(client);
        _clients.Add(client);
        return client;
    }

    private protected async Task<Reply> SendAsync(string method, string path, string? json = null, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return await SendAsync(request, client);
    }

    private protected async Task<Reply> SendAsync(HttpRequestMessage request, HttpClient? client = null)
    {
        using var response = await (client ?? Http).SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new Reply((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, body, response);
    }

    private protected sealed record Reply(int Status, string? Type, string Body, HttpResponseMessage Response)
    {
        public JsonNode Json => JsonNode.Parse(Body)!;

        public JsonNode Success(int status = 200)
        {
            Assert.True(Status == status, $"{Status}: {Body}");
            return Json;
        }
    }
}
