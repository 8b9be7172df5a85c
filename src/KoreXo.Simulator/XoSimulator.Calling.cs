using System.Text;
using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Routing;

namespace KoreXo.Simulator;

/// <content>Members for programs that are not written for .NET.</content>
public sealed partial class XoSimulator
{
    /// <summary>
    /// Creates a curl command that works when it is pasted into a POSIX shell. It contains a valid token, so keep it as secret as the app's
    /// secret until the token expires.
    /// </summary>
    /// <param name="operationId">The id of the operation in the documents, such as <c>findIntent</c>.</param>
    /// <param name="app">The app that signs the token.</param>
    /// <param name="parameters">The unencoded values of path and query parameters, by name.</param>
    /// <param name="json">The body; <see langword="null"/> for none.</param>
    /// <param name="lifetime">The lifetime of the token. The default is 24 hours, or one hour if the app enforces JTI; such a command works
    /// once.</param>
    /// <returns>The command, without a line feed.</returns>
    /// <exception cref="ArgumentException">No document has the operation, a path parameter is missing, or the lifetime is not
    /// positive.</exception>
    public string CreateCurl(
        string operationId,
        SimulatedApp app,
        IReadOnlyDictionary<string, string> parameters,
        string? json = null,
        TimeSpan? lifetime = null
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(operationId);
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(parameters);
        var operation =
            _catalog.Operations.FirstOrDefault(operation => operation.Id == operationId)
            ?? throw new ArgumentException($"No document has an operation '{operationId}'.", nameof(operationId));
        var headers = new List<(string, string)>();
        var query = new List<string>();
        if (operation.Token is { } place)
        {
            var token = app.CreateToken(lifetime ?? (app.EnforceJti ? TokenVerifier.LongestWithJti : TimeSpan.FromHours(24)));
            headers.Add((place.Header, place.Prefix + token));
        }
        else if (operation.Security is [{ Schemes: [var scheme, ..] }, ..])
        {
            AddSecret(scheme, app, headers, query);
        }

        if (json is not null)
        {
            headers.Add(("Content-Type", "application/json"));
        }

        return CurlLine.Write(
            operation.Method,
            Endpoint.GetLeftPart(UriPartial.Authority) + Target(operation, parameters, query),
            headers,
            json is null ? null : ("--data-raw", json)
        );
    }

    /// <summary>Adds the secret of the app where the scheme sends it, if that is no header for tokens.</summary>
    private static void AddSecret(SchemeUse scheme, SimulatedApp app, List<(string Name, string Value)> headers, List<string> query)
    {
        switch (scheme.Kind)
        {
            case SchemeKind.KeyInQuery:
                query.Add($"{Uri.EscapeDataString(scheme.Name)}={Uri.EscapeDataString(app.ClientSecret)}");
                break;
            case SchemeKind.KeyInCookie:
                headers.Add(("Cookie", $"{scheme.Name}={Uri.EscapeDataString(app.ClientSecret)}"));
                break;
            case SchemeKind.Basic:
                var pair = Encoding.UTF8.GetBytes($"{app.ClientId}:{app.ClientSecret}");
                headers.Add((scheme.Name, $"Basic {Convert.ToBase64String(pair)}"));
                break;
        }
    }

    private static string Target(ApiOperation operation, IReadOnlyDictionary<string, string> parameters, IEnumerable<string> more)
    {
        var path = string.Join(
            '/',
            RoutePath
                .Bare(operation.Path)
                .Split('/')
                .Select(segment =>
                    new SegmentTemplate(segment).Fill(name =>
                        parameters.TryGetValue(name, out var value)
                            ? Uri.EscapeDataString(value)
                            : throw new ArgumentException($"The parameter '{name}' of the path is missing.", nameof(parameters))
                    )
                )
        );
        // Some documents distinguish operations by a query behind the path.
        var query = string.Join(
            '&',
            operation
                .Parameters.Where(parameter => parameter.Place == ParameterLocation.Query && parameters.ContainsKey(parameter.Name))
                .Select(parameter => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(parameters[parameter.Name])}")
                .Concat(more)
                .Prepend(operation.Path.Split('#', 2)[0].Split('?', 2) is [_, var given] ? given : "")
                .Where(pair => pair.Length > 0)
        );
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
