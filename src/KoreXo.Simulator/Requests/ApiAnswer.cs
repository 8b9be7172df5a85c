using System.Text;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Files;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Requests;

/// <summary>A response: status, body and additional headers.</summary>
internal sealed record ApiAnswer(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    private const string JsonType = "application/json; charset=utf-8";

    public IReadOnlyList<(string Name, string Value)> Headers { get; private init; } = [];

    public static ApiAnswer From(RefusalException refusal)
    {
        var answer = Json(refusal.Status, refusal.ToBody());
        return refusal.Allow is { } allow ? answer.With("Allow", allow) : answer;
    }

    public static ApiAnswer From(DownloadFile file) => new(200, file.ContentType, file.Content);

    public static ApiAnswer Json(int status, JsonNode json) => new(status, JsonType, Encoding.UTF8.GetBytes(json.ToJsonString()));

    /// <summary>Creates a plain-text response, without quotation marks.</summary>
    public static ApiAnswer Text(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static ApiAnswer Html(int status, string page) => new(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page));

    public static ApiAnswer Empty(int status) => new(status, ContentType: null, ReadOnlyMemory<byte>.Empty);

    public ApiAnswer With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };
}
