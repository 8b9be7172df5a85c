using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Tests;

/// <summary>Writes tokens by hand, so that a test can write a wrong one.</summary>
internal static class TestToken
{
    public static string Sign(SimulatedApp app) =>
        Sign(app.ClientSecret, new JsonObject { ["sub"] = "1234567890", ["appId"] = app.ClientId });

    public static string Sign(string secret, JsonObject payload, string algorithm = "HS256")
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        var content = $"{Encode(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Encode(Encoding.UTF8.GetBytes(payload.ToJsonString()))}";
        var (key, data) = (Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(content));
        var signature = algorithm switch
        {
            "HS256" => HMACSHA256.HashData(key, data),
            "HS512" => HMACSHA512.HashData(key, data),
            _ => [],
        };
        return $"{content}.{Encode(signature)}";
    }

    private static string Encode(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
