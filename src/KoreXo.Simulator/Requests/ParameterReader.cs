using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Routing;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Newtonsoft.Json.Linq;

namespace KoreXo.Simulator.Requests;

/// <summary>Reads the parameters of an operation and validates them against the document.</summary>
internal static class ParameterReader
{
    /// <exception cref="RefusalException">A parameter is missing, unknown, repeated, or violates its schema.</exception>
    public static ParameterValues Read(ApiOperation operation, Route route, RequestTarget target, IHeaderDictionary headers)
    {
        var query = ReadQuery(target.Query);
        var faults = new List<string>();
        var values = new Dictionary<(ParameterLocation Place, string Name), JToken>();
        foreach (var parameter in operation.Parameters)
        {
            if (Find(parameter, route, query, headers, faults) is { } value)
            {
                values[(parameter.Place, parameter.Name)] = value;
            }
        }

        foreach (var (name, given) in RoutePath.FixedQuery(operation.Path).Where(pair => pair.Value.Length > 0))
        {
            if (!query.GetValueOrDefault(name, []).SequenceEqual([given], StringComparer.Ordinal))
            {
                faults.Add($"The query parameter '{name}' is not valid: '{given}' is expected.");
            }
        }

        foreach (var name in query.Keys.Where(name => !IsKnown(operation, name)))
        {
            faults.Add($"The query parameter '{name}' is not known to this API.");
        }

        return faults.Count > 0 ? throw RefusalException.BadRequest(faults) : new ParameterValues(values);
    }

    private static bool IsKnown(ApiOperation operation, string name) =>
        operation.Parameters.Any(parameter => parameter.Place == ParameterLocation.Query && ParameterStyle.Sends(parameter, name))
        || operation.Security.Any(requirement =>
            requirement.Schemes.Any(scheme => scheme.Kind == SchemeKind.KeyInQuery && scheme.Name == name)
        )
        || RoutePath.FixedQuery(operation.Path).ContainsKey(name);

    private static JToken? Find(
        ApiParameter parameter,
        Route route,
        Dictionary<string, List<string>> query,
        IHeaderDictionary headers,
        List<string> faults
    )
    {
        List<string> texts = parameter.Place switch
        {
            ParameterLocation.Path => route.PathValues.TryGetValue(parameter.Name, out var segment) ? [segment] : [],
            ParameterLocation.Query => query.GetValueOrDefault(parameter.Name, []),
            ParameterLocation.Cookie => Cookies(headers, parameter.Name),
            _ => [.. headers[parameter.Name].OfType<string>()],
        };
        var place = $"The {Place(parameter.Place)} '{parameter.Name}'";
        if (ParameterStyle.Read(parameter, texts, query) is not { } value)
        {
            // A parameter that the path does not have cannot be sent by anyone, whatever the document says.
            if (parameter.Required && parameter.Place != ParameterLocation.Path)
            {
                faults.Add($"{place} is missing.");
            }

            return parameter.Schema.Default is { } fallback ? JToken.FromObject(fallback) : null;
        }

        if (texts.Count > 1 && !(ParameterStyle.MayRepeat(parameter) && value is JContainer))
        {
            faults.Add($"{place} is given more than once.");
            return null;
        }

        faults.AddRange(SchemaCheck.RequestFaults(parameter.Schema, value, place));
        return value;
    }

    private static List<string> Cookies(IHeaderDictionary headers, string name) =>
        [
            .. headers
                .Cookie.OfType<string>()
                .SelectMany(line => line.Split(';', StringSplitOptions.TrimEntries))
                .Where(pair => pair.StartsWith(name + "=", StringComparison.Ordinal))
                .Select(pair => Uri.UnescapeDataString(pair[(name.Length + 1)..])),
        ];

    private static Dictionary<string, List<string>> ReadQuery(string query)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(query))
        {
            var name = pair.DecodeName().ToString();
            if (!values.TryGetValue(name, out var texts))
            {
                values[name] = texts = [];
            }

            texts.Add(pair.DecodeValue().ToString());
        }

        return values;
    }

    private static string Place(ParameterLocation place) =>
        place switch
        {
            ParameterLocation.Path => "path parameter",
            ParameterLocation.Query => "query parameter",
            ParameterLocation.Cookie => "cookie",
            _ => "header",
        };
}
