using System.Text.Json;
using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Documents;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace KoreXo.Simulator.Requests;

/// <summary>Reads a parameter in the style in which the document says that lists and objects are written.</summary>
internal static class ParameterStyle
{
    /// <summary>Returns whether a name in the query belongs to the parameter.</summary>
    public static bool Sends(ApiParameter parameter, string name)
    {
        if (Branches(parameter) is { Count: > 0 } branches)
        {
            return branches.Exists(branch => Sends(branch, name));
        }

        // "form" with explode writes the members of an object as parameters of their own.
        if (IsSpread(parameter))
        {
            return SchemaMembers.Find(parameter.Schema, name) is not null;
        }

        var isDeep = parameter.Style == "deepObject";
        return (parameter.Name == name && !(isDeep && IsObject(parameter)))
            || ((isDeep || IsList(parameter)) && name.StartsWith(parameter.Name + "[", StringComparison.Ordinal));
    }

    /// <summary>Returns whether the name of the parameter may be sent several times.</summary>
    public static bool MayRepeat(ApiParameter parameter) =>
        IsList(parameter) || IsSpread(parameter) || Branches(parameter).Exists(MayRepeat);

    /// <summary>Returns the typed value; null if it is absent.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="texts">The decoded values under its name.</param>
    /// <param name="query">The decoded query, for objects whose members are sent under names of their own.</param>
    public static JToken? Read(ApiParameter parameter, IReadOnlyList<string> texts, IReadOnlyDictionary<string, List<string>> query)
    {
        if (Branches(parameter) is { Count: > 0 } branches)
        {
            var values = branches
                .Select(branch => (Branch: branch, Value: Read(branch, texts, query)))
                .Where(read => read.Value is not null)
                .ToList();
            return values.Find(read => SchemaCheck.RequestFaults(read.Branch.Schema, read.Value!, "") is []).Value
                ?? values.Select(read => read.Value).FirstOrDefault();
        }

        if (parameter.Place == ParameterLocation.Query && (parameter.Style == "deepObject" || IsSpread(parameter) || IsList(parameter)))
        {
            var named = Named(parameter, query);
            if (named is not null || texts.Count == 0 || !Sends(parameter, parameter.Name))
            {
                return named;
            }
        }

        if (texts.Count == 0)
        {
            return null;
        }

        if (parameter.IsJson)
        {
            return Json(texts[0]);
        }

        var schema = parameter.Schema;
        if (IsList(parameter))
        {
            var item = schema.ActualTypeSchema.Item ?? new JsonSchema();
            return new JArray(Items(parameter, texts).Select(text => TextValue.Read(item, text)));
        }

        return IsObject(parameter) && parameter.Place != ParameterLocation.Cookie
            ? Members(parameter, texts[0])
            : TextValue.Read(schema, Unwrapped(parameter, texts[0]));
    }

    /// <summary>Returns the parameter once for each kind of value that it may have; empty if there is only one.</summary>
    private static List<ApiParameter> Branches(ApiParameter parameter) =>
        parameter.IsJson
            ? []
            :
            [
                .. parameter
                    .Schema.ActualSchema.OneOf.Concat(parameter.Schema.ActualSchema.AnyOf)
                    .Select(branch => parameter with { Schema = branch }),
            ];

    private static bool IsList(ApiParameter parameter) =>
        !parameter.IsJson && parameter.Schema.ActualTypeSchema.Type.HasFlag(JsonObjectType.Array);

    private static bool IsObject(ApiParameter parameter) =>
        !parameter.IsJson && parameter.Schema.ActualTypeSchema.Type.HasFlag(JsonObjectType.Object);

    private static bool IsSpread(ApiParameter parameter) =>
        parameter.Place == ParameterLocation.Query
        && IsObject(parameter)
        && parameter.Style is null or "form"
        && parameter.Explode != false
        && (SchemaMembers.All(parameter.Schema).Count > 0 || parameter.Schema.ActualSchema.AdditionalPropertiesSchema is not null);

    private static JToken? Named(ApiParameter parameter, IReadOnlyDictionary<string, List<string>> query)
    {
        var value = new JObject();
        var list = new JArray();
        foreach (
            var (name, texts) in query.Where(pair => (IsSpread(parameter) || pair.Key != parameter.Name) && Sends(parameter, pair.Key))
        )
        {
            if (IsList(parameter))
            {
                // ids[]=1&ids[]=2, and for some services ids[0]=1&ids[1]=2.
                var item = parameter.Schema.ActualTypeSchema.Item ?? new JsonSchema();
                texts.ForEach(text => list.Add(TextValue.Read(item, text)));
            }
            else
            {
                DeepObject.Set(
                    value,
                    parameter.Schema,
                    parameter.Style == "deepObject" ? name[parameter.Name.Length..] : $"[{name}]",
                    texts
                );
            }
        }

        return list.Count > 0 ? list
            : value.Count > 0 ? value
            : null;
    }

    private static IEnumerable<string> Items(ApiParameter parameter, IReadOnlyList<string> texts)
    {
        if (parameter.Place is ParameterLocation.Query or ParameterLocation.Cookie)
        {
            var isWhole = parameter.Explode ?? parameter.Style is null or "form" or "deepObject";
            var separator = parameter.Style switch
            {
                "spaceDelimited" => ' ',
                "pipeDelimited" => '|',
                _ => ',',
            };
            return isWhole ? texts : texts.SelectMany(text => text.Length == 0 ? [] : text.Split(separator));
        }

        var written = Unwrapped(parameter, string.Join(',', texts));
        var between = parameter is { Style: "label" or "matrix", Explode: true }
            ? parameter.Style == "label"
                ? "."
                : $";{parameter.Name}="
            : ",";
        return written.Length == 0 ? [] : written.Split(between).Select(text => text.Trim());
    }

    /// <summary>Returns the value without what its style writes before it: the point of a label, or <c>;name=</c>.</summary>
    private static string Unwrapped(ApiParameter parameter, string text) =>
        parameter.Style switch
        {
            "label" when text.StartsWith('.') => text[1..],
            "matrix" when text.StartsWith($";{parameter.Name}=", StringComparison.Ordinal) => text[(parameter.Name.Length + 2)..],
            _ => text,
        };

    /// <summary>Returns the object, or the string itself if a name in it has no value, which the schema then rejects.</summary>
    private static JToken Members(ApiParameter parameter, string text)
    {
        var value = new JObject();
        var written = Unwrapped(parameter, text);
        var parts = written.Split(Separator(parameter, written), StringSplitOptions.RemoveEmptyEntries);
        var pairs = parameter.Explode == true ? parts.Select(part => part.Split('=', 2)) : parts.Chunk(2);
        foreach (var pair in pairs)
        {
            if (pair is not [var name, var member])
            {
                return new JValue(text);
            }

            DeepObject.Set(value, parameter.Schema, $"[{name}]", [member]);
        }

        return value;
    }

    // Only what has no comma is separated as its style says: "lat,1.5,lng,2" is two numbers.
    private static char Separator(ApiParameter parameter, string written) =>
        written.Contains(',', StringComparison.Ordinal)
            ? ','
            : parameter.Style switch
            {
                "label" => '.',
                "matrix" => ';',
                _ => ',',
            };

    private static JToken Json(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return ValidationTree.From(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return new JValue(text); // The schema rejects it, or allows any string.
        }
    }
}
