using System.Buffers.Text;
using System.Text.Json;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator;

/// <summary>The claims of a token as written: names keep their case, and values their type.</summary>
internal sealed class TokenClaims
{
    private const string AppIdName = "appId";

    private readonly JsonElement _payload;

    private TokenClaims(JsonElement payload) => _payload = payload;

    /// <exception cref="RefusalException">The payload is not a JSON object.</exception>
    public static TokenClaims Read(string encodedPayload)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(encodedPayload));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return new TokenClaims(document.RootElement.Clone());
            }
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            // Rejected below, like any other payload that is not an object.
        }

        throw RefusalException.Unauthorized("The payload of the token is not a JSON object.");
    }

    /// <summary>Returns the client id in the token.</summary>
    /// <exception cref="RefusalException">The claim is missing or spelled differently.</exception>
    public string AppId()
    {
        if (_payload.TryGetProperty(AppIdName, out var value))
        {
            return value.ValueKind == JsonValueKind.String
                ? value.GetString()!
                : throw RefusalException.Unauthorized($"The claim '{AppIdName}' of the token is not a text.");
        }

        var similar = _payload.EnumerateObject().Select(claim => claim.Name).FirstOrDefault(IsSimilar);
        throw RefusalException.Unauthorized(
            similar is null
                ? $"The token has no claim '{AppIdName}'."
                : $"The token has no claim '{AppIdName}': it must be spelt exactly so, '{similar}' does not count."
        );
    }

    public string? Text(string name)
    {
        if (!_payload.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : throw RefusalException.Unauthorized($"The claim '{name}' of the token is not a text.");
    }

    /// <summary>Returns a time that is given in seconds since 1970.</summary>
    public DateTimeOffset? Time(string name)
    {
        if (!_payload.TryGetProperty(name, out var value))
        {
            return null;
        }

        // The last second of the year 9999; DateTimeOffset cannot represent a later time, and AddSeconds would throw.
        const double Latest = 253_402_300_799;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is >= 0 and <= Latest
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : throw RefusalException.Unauthorized($"The claim '{name}' of the token is not a time in seconds since 1970.");
    }

    private static bool IsSimilar(string name) =>
        string.Equals(name.Replace(" ", "", StringComparison.Ordinal), AppIdName, StringComparison.OrdinalIgnoreCase);
}
