using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Routing;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Newtonsoft.Json.Linq;
using NJsonSchema;

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

        var known = operation.Parameters.Where(parameter => parameter.Place == ParameterLocation.Query).Select(parameter => parameter.Name);
        foreach (var name in query.Keys.Except(known, StringComparer.Ordinal))
        {
            faults.Add($"The query parameter '{name}' is not known to this API.");
        }

        return faults.Count > 0 ? throw RefusalException.BadRequest(faults) : new ParameterValues(values);
    }

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
            ParameterLocation.Path => [route.PathValues[parameter.Name]],
            ParameterLocation.Query => query.GetValueOrDefault(parameter.Name, []),
            _ => [.. headers[parameter.Name].OfType<string>()],
        };
        var place = $"The {Place(parameter.Place)} '{parameter.Name}'";
        if (texts.Count == 0)
        {
            if (parameter.Required)
            {
                faults.Add($"{place} is missing.");
            }

            return parameter.Schema.Default is { } fallback ? JToken.FromObject(fallback) : null;
        }

        var schema = parameter.Schema;
        JToken value;
        if (schema.ActualTypeSchema.Type.HasFlag(JsonObjectType.Array))
        {
            // A list is sent as one pair for each item: ids=1&ids=2. For any other type, a second one is an error.
            var item = schema.ActualTypeSchema.Item ?? new JsonSchema();
            value = new JArray(texts.Select(text => TextValue.Read(item, text)));
        }
        else if (texts.Count > 1)
        {
            faults.Add($"{place} is given more than once.");
            return null;
        }
        else
        {
            value = TextValue.Read(schema, texts[0]);
        }

        faults.AddRange(SchemaCheck.Faults(schema, value, place));
        return value;
    }

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
            _ => "header",
        };
}
