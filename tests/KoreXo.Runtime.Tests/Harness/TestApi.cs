using System.Text;
using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>The API of the tests, in the shape that the generator emits.</summary>
internal static class TestApi
{
    public const string Token = "canary-token-5f2c";

    public static readonly ApiDescription Api = new()
    {
        Name = "Test",
        Authentication = new ApiAuthentication("auth", AuthLocation.Header, ""),
        KnownScopes =
        [
            new KnownScope("files:all", [], ["files:read", "files:write"]),
            new KnownScope("files:read", ["Read files"], []),
            new KnownScope("files:write", [], []),
        ],
        CredentialKinds = ["admin", "platform"],
        Budgets = ["bot", "request"],
        Refusals = [new RateRefusal("hourly rate limit", 3600), new RateRefusal("per-minute rate limit", 10)],
    };

    public static readonly OperationDescriptor Get = new(Api, "getThing", HttpMethod.Get, "/things/{thingId}")
    {
        Idempotent = true,
        Scopes = [],
    };

    public static OperationDescriptor Needing(params ScopeRequirement[]? scopes) =>
        new(Api, "getThing", HttpMethod.Get, "/things/{thingId}") { Scopes = scopes };

    public static OperationRequest Request(OperationDescriptor? operation = null, string address = "/things/1") =>
        new(operation ?? Get, address);

    public static T Read<T>(JsonCodec<T> codec, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return codec.Read(ref reader);
    }

    public static string Write<T>(JsonCodec<T> codec, T value)
    {
        using var body = JsonBody.Create(value, codec);
        return Encoding.UTF8.GetString(body.Json.Span);
    }
}
