using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace KoreXo.Benchmarks;

/// <summary>
/// What a careful developer writes without an SDK: one client, one message, the answer read from its stream by generated metadata.
/// </summary>
internal sealed class HandWritten(HttpClient http, string endpoint, string token, string header = "auth")
{
    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, endpoint + path);
        return await SendAsync(request, type, cancellationToken);
    }

    public async Task<T> PostAsync<TBody, T>(
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint + path);
        request.Content = JsonContent.Create(body, bodyType);
        return await SendAsync(request, type, cancellationToken);
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        request.Headers.Add(header, token);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(type, cancellationToken) ?? throw new InvalidDataException("The answer is null.");
    }
}
