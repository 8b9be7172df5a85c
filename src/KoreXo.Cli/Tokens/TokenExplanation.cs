using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Tokens;

/// <summary>Decodes a token without verifying its signature. It reveals nothing that is not readable in the token itself.</summary>
internal static class TokenExplanation
{
    /// <summary>Returns the parts of a token, and remarks on what the platform checks.</summary>
    /// <exception cref="CommandException">The string is not a JSON Web Token.</exception>
    public static JsonObject Explain(string token, DateTimeOffset now)
    {
        var parts = token.Split('.');
        if (parts.Length == 5)
        {
            return new JsonObject
            {
                ["header"] = Part(parts[0]),
                ["remarks"] = new JsonArray("The token is encrypted (JWE): its claims cannot be read without the key."),
            };
        }

        if (parts.Length != 3)
        {
            throw new CommandException(
                $"A signed token has three parts separated by dots; this one has {parts.Length.ToString(CultureInfo.InvariantCulture)}."
            );
        }

        var (header, claims) = (Part(parts[0]), Part(parts[1]));
        return new JsonObject
        {
            ["header"] = header,
            ["claims"] = claims,
            ["remarks"] = new JsonArray([.. Remarks(header, claims, now).Select(static remark => (JsonNode)remark)]),
        };
    }

    private static IEnumerable<string> Remarks(JsonObject header, JsonObject claims, DateTimeOffset now)
    {
        if (Text(header["alg"]) is null or "none")
        {
            yield return "The token is not signed: the platform rejects it.";
        }

        if (Instant(claims["iat"]) is { } issued)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Issued at {issued:u}{(issued > now ? ", which is in the future by this machine's clock" : "")}."
            );
        }
        else
        {
            yield return claims.ContainsKey("iat")
                ? "Its issue time (iat) is not a number of seconds since 1970."
                : "It does not say when it was issued (iat).";
        }

        yield return Instant(claims["exp"]) is { } expiry
            ? string.Create(CultureInfo.InvariantCulture, $"{(expiry <= now ? "Expired" : "Expires")} at {expiry:u}.")
        : claims.ContainsKey("exp") ? "Its expiry (exp) is not a number of seconds since 1970."
        : "It never expires (no exp).";
        yield return claims.ContainsKey("jti")
            ? "It has an id (jti): an app that enforces it accepts the token once."
            : "It has no id (jti): an app that enforces it rejects the token.";
    }

    private static JsonObject Part(string part)
    {
        try
        {
            return JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part))) as JsonObject
                ?? throw new CommandException("A part of the token is not a JSON object.");
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw new CommandException(
                "A part of the token is not JSON in base64url: is it truncated, or does it have a scheme such as 'Bearer' in front?",
                exception
            );
        }
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static DateTimeOffset? Instant(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<double>(out var seconds) && seconds is >= 0 and < 253402300800
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000))
            : null;
}
