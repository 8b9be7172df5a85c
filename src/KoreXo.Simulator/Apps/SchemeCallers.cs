using System.Text;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace KoreXo.Simulator;

/// <summary>Callers of any service, who authenticate by the security schemes of its document.</summary>
internal sealed class SchemeCallers(ApiCatalog catalog, AppRegistry apps, TokenVerifier tokens) : ICallerCheck
{
    private const string BasicPrefix = "Basic ";

    private readonly HashSet<string> _schemes = catalog
        .Operations.SelectMany(operation => operation.Security)
        .SelectMany(requirement => requirement.Schemes)
        .Select(scheme => scheme.Scheme)
        .ToHashSet(StringComparer.Ordinal);

    // The alternatives are tried in the order of the document. The first one that also grants the scopes wins, so that a caller with two
    // credentials is judged by the better one; without any, the first that authenticates is judged, and rejected for its scopes.
    public async Task<SimulatedApp?> VerifyAsync(ApiOperation operation, HttpRequest request)
    {
        SimulatedApp? known = null;
        var reasons = new List<string>();
        foreach (var requirement in operation.Security)
        {
            try
            {
                var app = await VerifyAsync(requirement, request).ConfigureAwait(false);
                if (app is null || ScopeCheck.Allows(operation, app, catalog.Scopes))
                {
                    return app;
                }

                known ??= app;
            }
            catch (RefusalException refusal)
            {
                reasons.AddRange(refusal.Reasons);
            }
        }

        return known is not null || operation.Security.Count == 0
            ? known
            : throw new RefusalException(401, [.. reasons.Distinct(StringComparer.Ordinal)]);
    }

    public StringValues Sent(ApiOperation operation, HttpRequest request) =>
        new([
            .. operation.Security.SelectMany(requirement => requirement.Schemes).Select(scheme => Value(scheme, request)).OfType<string>(),
        ]);

    /// <summary>Returns the app whose scopes count; null if the requirement is empty or cannot be checked.</summary>
    private async Task<SimulatedApp?> VerifyAsync(SecurityRequirement requirement, HttpRequest request)
    {
        SimulatedApp? main = null;
        foreach (var scheme in requirement.Schemes.OrderByDescending(scheme => scheme.Scopes.Count))
        {
            var app = await VerifyAsync(scheme, request).ConfigureAwait(false);
            main ??= app;
        }

        return main;
    }

    private async Task<SimulatedApp?> VerifyAsync(SchemeUse scheme, HttpRequest request)
    {
        if (scheme.Kind == SchemeKind.Unchecked)
        {
            return null;
        }

        var value =
            Value(scheme, request)
            ?? throw RefusalException.Unauthorized($"The {Place(scheme)} of the scheme '{scheme.Scheme}' is missing.");
        var app = scheme.Kind switch
        {
            SchemeKind.Basic => Basic(value),
            SchemeKind.Bearer => apps.FindBySecret(Bare(value))
                ?? await tokens.VerifyAsync(new TokenPlace("Authorization", "Bearer "), value).ConfigureAwait(false),
            _ => apps.FindBySecret(value) ?? await TokenAsync(scheme, value).ConfigureAwait(false),
        };

        // An app is of a scheme, or of a credential that x-scopes name, which any scheme may carry.
        return app.Credential == scheme.Scheme || !_schemes.Contains(app.Credential)
            ? app
            : throw RefusalException.Unauthorized($"The {app} has no credential of the scheme '{scheme.Scheme}'.");
    }

    /// <summary>A key may be a signed token as well; whatever has not its form is a wrong key.</summary>
    private async Task<SimulatedApp> TokenAsync(SchemeUse scheme, string value) =>
        value.Count(character => character == '.') == 2
            ? await tokens.VerifyAsync(new TokenPlace(scheme.Name, ""), value).ConfigureAwait(false)
            : throw RefusalException.Unauthorized($"The {Place(scheme)} of the scheme '{scheme.Scheme}' is not the secret of an app.");

    private SimulatedApp Basic(string value)
    {
        if (value.StartsWith(BasicPrefix, StringComparison.OrdinalIgnoreCase))
        {
            var buffer = new byte[value.Length];
            if (
                Convert.TryFromBase64String(value[BasicPrefix.Length..].Trim(), buffer, out var length)
                && Encoding.UTF8.GetString(buffer, 0, length).Split(':', 2) is [var id, var secret]
                && apps.Find(id) is { } app
                && app.ClientSecret == secret
            )
            {
                return app;
            }
        }

        throw RefusalException.Unauthorized(
            "The header 'Authorization' does not have the client id and secret of an app: Basic id:secret."
        );
    }

    private static string Bare(string value) =>
        value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? value["Bearer ".Length..].Trim() : "";

    private static string? Value(SchemeUse scheme, HttpRequest request)
    {
        var value = scheme.Kind switch
        {
            SchemeKind.KeyInQuery => InQuery(scheme, request),
            SchemeKind.KeyInCookie => Cookie(scheme, request),
            SchemeKind.Unchecked => "",
            _ => request.Headers[scheme.Name].ToString(),
        };
        return string.IsNullOrEmpty(value) ? null : value;
    }

    // Read by hand, because the usual query parser ignores case in names.
    private static string InQuery(SchemeUse scheme, HttpRequest request)
    {
        var values = new List<string>();
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            if (pair.DecodeName().Span.SequenceEqual(scheme.Name))
            {
                values.Add(pair.DecodeValue().ToString());
            }
        }

        return string.Join(',', values);
    }

    private static string? Cookie(SchemeUse scheme, HttpRequest request) =>
        request
            .Headers.Cookie.OfType<string>()
            .SelectMany(line => line.Split(';', StringSplitOptions.TrimEntries))
            .FirstOrDefault(pair => pair.StartsWith(scheme.Name + "=", StringComparison.Ordinal))
            is { } found
            ? Uri.UnescapeDataString(found[(scheme.Name.Length + 1)..])
            : null;

    private static string Place(SchemeUse scheme) =>
        scheme.Kind switch
        {
            SchemeKind.KeyInQuery => $"query parameter '{scheme.Name}'",
            SchemeKind.KeyInCookie => $"cookie '{scheme.Name}'",
            _ => $"header '{scheme.Name}'",
        };
}
