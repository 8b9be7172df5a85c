using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KoreXo.Simulator;

/// <summary>Identifies the app of a request by its token, and rejects with 401 what the platform rejects.</summary>
internal sealed class TokenVerifier(AppRegistry apps, TimeProvider time)
{
    private const string Bearer = "Bearer ";

    /// <summary>The longest lifetime of a token that can be used once.</summary>
    public static readonly TimeSpan LongestWithJti = TimeSpan.FromHours(1);

    private readonly JsonWebTokenHandler _handler = new();

    // The claims name the app, and the app's secret is needed to check the signature, so the claims are read before they can be trusted.
    // Nothing but the choice of the secret depends on them until the signature has been verified.
    /// <exception cref="RefusalException">401, with the reason.</exception>
    public async Task<SimulatedApp> VerifyAsync(TokenPlace place, StringValues header)
    {
        var token = Parse(Extract(place, header));
        var claims = TokenClaims.Read(token.EncodedPayload);
        var clientId = claims.AppId();
        var app =
            apps.Find(clientId) ?? throw RefusalException.Unauthorized($"The token's appId '{clientId}' is not the client id of an app.");
        await CheckSignatureAsync(token, app).ConfigureAwait(false);
        CheckTimes(claims);
        CheckJti(claims, app);
        return app;
    }

    private static string Extract(TokenPlace place, StringValues header)
    {
        if (header.Count != 1 || string.IsNullOrWhiteSpace(header[0]))
        {
            throw RefusalException.Unauthorized(
                header.Count > 1
                    ? $"The header '{place.Header}' is given more than once."
                    : $"The header '{place.Header}' with a token is missing."
            );
        }

        var value = header[0]!;
        if (place.Prefix.Length == 0 && value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            throw RefusalException.Unauthorized(
                $"The header '{place.Header}' takes the bare token, without '{Bearer.TrimEnd()}' before it."
            );
        }

        return value.StartsWith(place.Prefix, StringComparison.OrdinalIgnoreCase)
            ? value[place.Prefix.Length..].Trim()
            : throw RefusalException.Unauthorized($"The header '{place.Header}' must begin with '{place.Prefix.TrimEnd()}'.");
    }

    private static JsonWebToken Parse(string text)
    {
        JsonWebToken token;
        try
        {
            token = new JsonWebToken(text);
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            throw RefusalException.Unauthorized("The token is not a well-formed JSON Web Token.");
        }

        return token.IsEncrypted ? throw RefusalException.Unauthorized("The token is encrypted, which this app is not set up for.") : token;
    }

    private async Task CheckSignatureAsync(JsonWebToken token, SimulatedApp app)
    {
        if (!string.Equals(token.Alg, app.Algorithm, StringComparison.Ordinal))
        {
            throw RefusalException.Unauthorized($"The token is signed by '{token.Alg}', the app was made for {app.Algorithm}.");
        }

        var result = await _handler
            .ValidateTokenAsync(
                token,
                new TokenValidationParameters
                {
                    IssuerSigningKey = app.VerificationKey,
                    ValidAlgorithms = [app.Algorithm],
                    TryAllIssuerSigningKeys = true,
                    ValidateAudience = false,
                    ValidateIssuer = false,
                    ValidateLifetime = false, // CheckTimes does it on the simulator's clock
                }
            )
            .ConfigureAwait(false);
        if (!result.IsValid)
        {
            throw RefusalException.Unauthorized("The signature of the token does not fit the secret of its app.");
        }
    }

    /// <summary>Without clock skew: the platform's pages mention none.</summary>
    private void CheckTimes(TokenClaims claims)
    {
        var now = time.GetUtcNow();
        if (claims.Time("exp") is { } expires && expires <= now)
        {
            throw RefusalException.Unauthorized($"The token has expired at {expires:u}.");
        }

        if (claims.Time("nbf") is { } begins && begins > now)
        {
            throw RefusalException.Unauthorized($"The token is not valid before {begins:u}.");
        }
    }

    private void CheckJti(TokenClaims claims, SimulatedApp app)
    {
        var jti = claims.Text("jti");
        if (string.IsNullOrEmpty(jti))
        {
            if (app.EnforceJti)
            {
                throw RefusalException.Unauthorized("The app enforces JTI and the token has no claim 'jti'.");
            }

            return;
        }

        var now = time.GetUtcNow();
        if (
            claims.Time("exp") is not { } expires
            || expires - (claims.Time("iat") ?? now) > LongestWithJti
            || expires - now > LongestWithJti
        )
        {
            throw RefusalException.Unauthorized("The lifetime of a token with a jti, up to its exp, must be <= 1 hour.");
        }

        if (!app.Jtis.TryUse(jti, expires, now))
        {
            throw RefusalException.Unauthorized("A token with this jti has been used before, possibly a replay.");
        }
    }
}
