using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator;

/// <content>What programs that are not written for .NET need to call the platform.</content>
public sealed partial class XoSimulator
{
    /// <summary>
    /// Writes a request as a line that works when it is pasted into a POSIX shell. The line holds a valid token, so it is as secret as
    /// the app's secret until the token expires.
    /// </summary>
    /// <param name="operationId">The id that the documents give the operation, such as <c>findIntent</c>.</param>
    /// <param name="app">The app that signs the token.</param>
    /// <param name="parameters">The values of parameters in path and query, by name, not encoded.</param>
    /// <param name="json">The body; <see langword="null"/> for none.</param>
    /// <param name="lifetime">How long the token is valid. The default is 24 hours.</param>
    /// <returns>The line, without a line feed.</returns>
    /// <exception cref="ArgumentException">No document has the operation, a parameter of its path is missing, or the lifetime is not
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
        if (operation.Token is { } place)
        {
            headers.Add((place.Header, place.Prefix + app.CreateToken(lifetime ?? TimeSpan.FromHours(24))));
        }

        if (json is not null)
        {
            headers.Add(("Content-Type", "application/json"));
        }

        return CurlLine.Write(
            operation.Method,
            Endpoint.GetLeftPart(UriPartial.Authority) + Target(operation, parameters),
            headers,
            json is null ? null : ("--data-raw", json)
        );
    }

    private static string Target(ApiOperation operation, IReadOnlyDictionary<string, string> parameters)
    {
        var path = string.Join(
            '/',
            operation
                .Path.Split('/')
                .Select(segment =>
                    !segment.StartsWith('{') ? segment
                    : parameters.TryGetValue(segment[1..^1], out var value) ? Uri.EscapeDataString(value)
                    : throw new ArgumentException($"The parameter '{segment[1..^1]}' of the path is missing.", nameof(parameters))
                )
        );
        var query = string.Join(
            '&',
            operation
                .Parameters.Where(parameter => parameter.Place == ParameterLocation.Query && parameters.ContainsKey(parameter.Name))
                .Select(parameter => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(parameters[parameter.Name])}")
        );
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
