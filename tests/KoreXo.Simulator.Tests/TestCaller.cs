using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests;

/// <summary>Sends requests by a plain HTTP client, with the token of an app.</summary>
internal sealed class TestCaller(XoSimulator platform, SimulatedApp? app, HttpMessageHandler? handler = null) : IDisposable
{
    private readonly HttpClient _http = new(
        handler
            ?? new SocketsHttpHandler
            {
                UseCookies = false,
                UseProxy = false,
                AllowAutoRedirect = false,
            }
    );

    /// <summary>Replaces the token that each request is signed with.</summary>
    public string? Token { get; set; }

    public Task<Reply> GetAsync(string target, string? json = null) => SendAsync("GET", target, json);

    public Task<Reply> PostAsync(string target, string? json) => SendAsync("POST", target, json);

    public Task<Reply> SendAsync(string method, string target, string? json)
    {
        StringContent? content = null;
        if (json is not null)
        {
            content = new StringContent(json, Encoding.UTF8);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return SendAsync(method, target, content);
    }

    public async Task<Reply> SendAsync(string method, string target, HttpContent? content, Action<HttpRequestMessage>? change = null)
    {
        var address = platform.Endpoint.GetLeftPart(UriPartial.Authority) + target;
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })
        );
        request.Content = content;
        var token = Token ?? (app is null ? null : TestToken.Sign(app));
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("auth", token);
        }

        change?.Invoke(request);
        using var response = await _http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(",", header.Value), StringComparer.OrdinalIgnoreCase);
        return new Reply(response.StatusCode, bytes, headers);
    }

    public void Dispose() => _http.Dispose();

    internal sealed record Reply(HttpStatusCode Status, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
    {
        public string Text => Encoding.UTF8.GetString(Bytes);

        public JsonNode Json => JsonNode.Parse(Bytes)!;

        /// <summary>The first message of an error, after checking that the body has the platform's form.</summary>
        public string Refusal(HttpStatusCode status)
        {
            Assert.True(Status == status, $"{(int)Status}: {Text}");
            Assert.Equal((int)status, Json["errors"]![0]!["code"]!.GetValue<int>());
            return string.Join("\n", Json["errors"]!.AsArray().Select(error => error!["msg"]!.GetValue<string>()));
        }

        public JsonNode Success()
        {
            Assert.True(Status == HttpStatusCode.OK, $"{(int)Status}: {Text}");
            return Json;
        }
    }
}
