using System.Text;
using System.Text.Json;
using KoreXo.OpenApi.Text;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.WebUtilities;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace KoreXo.Simulator.Requests;

/// <summary>Reads a body of form fields and validates it against its schema.</summary>
internal static class FormBodyReader
{
    /// <summary>Room for a JSON value of the usual 64 levels in a field that is nested as deep itself.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <exception cref="RefusalException">400: the schema is violated.</exception>
    public static JsonElement Read(JsonSchema schema, ReadOnlySpan<byte> body)
    {
        var fields = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(Encoding.UTF8.GetString(body)))
        {
            var name = pair.DecodeName().ToString();
            (fields.TryGetValue(name, out var values) ? values : fields[name] = []).Add(pair.DecodeValue().ToString());
        }

        var tree = ToTree(schema, fields);
        var faults = SchemaCheck.RequestFaults(schema, tree, "The body");
        faults.AddRange(
            fields
                .Where(field =>
                    field.Value.Count > 1
                    && SchemaMembers.Find(schema, field.Key) is not null
                    && tree[field.Key] is { Type: not JTokenType.Array }
                )
                .Select(field => $"The body is not valid at {JsonPointer.Append("", field.Key)}: it is given more than once.")
        );
        return faults.Count > 0 ? throw RefusalException.BadRequest(faults) : ToElement(tree);
    }

    /// <summary>Returns the fields as the members of an object, each with the type in its schema.</summary>
    public static JObject ToTree(JsonSchema schema, IReadOnlyDictionary<string, List<string>> fields)
    {
        var value = new JObject();
        foreach (var (name, texts) in fields)
        {
            // Several services write lists as ids[], and objects as owner[name].
            var bracket = name.IndexOf('[', StringComparison.Ordinal);
            var known = SchemaMembers.Find(schema, name) is null && bracket > 0 ? name[..bracket] : name;
            var property = SchemaMembers.Find(schema, known);
            if (known != name && property?.ActualTypeSchema.Type.HasFlag(JsonObjectType.Object) == true)
            {
                DeepObject.Set(value[known] as JObject ?? Added(value, known), property, name[bracket..], texts);
            }
            else if (property?.ActualTypeSchema.Type.HasFlag(JsonObjectType.Array) == true)
            {
                var item = property.ActualTypeSchema.Item ?? new JsonSchema();
                value[known] = new JArray(texts.Select(text => TextValue.Read(item, text)));
            }
            else
            {
                value[known] = property is null ? new JValue(texts[^1]) : TextValue.Read(property, texts[^1]);
            }
        }

        return value;
    }

    public static JsonElement ToElement(JToken tree)
    {
        using var document = JsonDocument.Parse(tree.ToString(Newtonsoft.Json.Formatting.None), Deep);
        return document.RootElement.Clone();
    }

    private static JObject Added(JObject owner, string name)
    {
        var value = new JObject();
        owner[name] = value;
        return value;
    }
}
