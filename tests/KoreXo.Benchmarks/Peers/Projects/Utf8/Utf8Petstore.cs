using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Peers;

/// <summary>The limit: by hand without a serializer, read from one pooled buffer with <see cref="Utf8JsonReader"/>.</summary>
public sealed class Utf8Petstore : Petstore
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpMessageInvoker _http;
    private readonly string _endpoint;

    private Utf8Petstore(HttpMessageInvoker http, string endpoint) => (_http, _endpoint) = (http, endpoint);

    private delegate T ReadValue<out T>(ref Utf8JsonReader reader);

    public static Utf8Petstore Create(string endpoint, HttpMessageHandler? transport) =>
        new(new HttpMessageInvoker(transport ?? new SocketsHttpHandler()), endpoint);

    public override Task Get() => SendAsync(HttpMethod.Get, $"/pet/{Uri.EscapeDataString("10")}", null, PetJson.Read);

    public override Task Add()
    {
        var pet = new PetRow
        {
            Name = "Rex",
            Category = new NamedRow { Id = 3, Name = "Dogs" },
            PhotoUrls = ["https://images.example.com/rex.jpg"],
            Tags = [new NamedRow { Id = 7, Name = "calm" }],
            Status = "pending",
        };
        return SendAsync(HttpMethod.Post, "/pet", PetJson.Write(pet), PetJson.Read);
    }

    public override Task List() =>
        SendAsync(HttpMethod.Get, $"/pet/findByStatus?status={Uri.EscapeDataString("available")}", null, PetJson.ReadMany);

    public override IReadOnlyList<PetValues> Read(Task call) =>
        call is Task<PetRow> one ? [Values(one.Result)] : [.. ((Task<List<PetRow>>)call).Result.Select(Values)];

    private static PetValues Values(PetRow pet) =>
        PetValues.From(
            pet.Id,
            pet.Name,
            (pet.Category?.Id, pet.Category?.Name),
            pet.PhotoUrls,
            pet.Tags?.Select(static tag => (tag.Id, tag.Name)),
            pet.Status
        );

    private async Task<T> SendAsync<T>(HttpMethod method, string path, byte[]? body, ReadValue<T> read)
    {
        using var request = new HttpRequestMessage(method, _endpoint + path);
        request.Headers.TryAddWithoutValidation("api_key", Key);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = Json;
        }

        using var response = await _http.SendAsync(request, CancellationToken.None).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var length = (int)response.Content.Headers.ContentLength!.Value;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            await stream.ReadExactlyAsync(buffer.AsMemory(0, length)).ConfigureAwait(false);
            return Parse(buffer.AsSpan(0, length), read);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static T Parse<T>(ReadOnlySpan<byte> json, ReadValue<T> read)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return read(ref reader);
    }
}
