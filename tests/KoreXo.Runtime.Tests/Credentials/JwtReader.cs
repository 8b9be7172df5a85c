using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>Decodes tokens without the library that creates them.</summary>
internal static class JwtReader
{
    public static JsonElement Header(string token) => Part(token, 0);

    public static JsonElement Payload(string token) => Part(token, 1);

    public static byte[] Bytes(string base64Url)
    {
        var text = base64Url.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }

    private static JsonElement Part(string token, int index)
    {
        using var json = JsonDocument.Parse(Bytes(token.Split('.')[index]));
        return json.RootElement.Clone();
    }
}
