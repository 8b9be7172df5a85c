using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Document;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Generation;
using KoreXo.Simulator.Requests;
using NJsonSchema;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>A valid request for an operation of any document, made from its parameters and schemas.</summary>
internal static class DocumentCall
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static HttpRequestMessage Create(
        ApiOperation operation,
        Uri endpoint,
        string seed,
        IReadOnlyDictionary<string, string>? pathValues = null
    )
    {
        var path = operation.Path.Split('#')[0];
        var query = new List<string>();
        var ofContent = new List<(string Name, string Value)>(); // For a client of .NET, some headers belong to the content.
        var request = new HttpRequestMessage { Method = new HttpMethod(operation.Method) };
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Required || parameter.Place == ParameterLocation.Path))
        {
            var value = Values(parameter.Schema, $"{seed} {parameter.Name}");
            var text = Uri.EscapeDataString(pathValues?.GetValueOrDefault(parameter.Name) ?? Text(value));
            switch (parameter.Place)
            {
                case ParameterLocation.Path:
                    path = path.Replace($"{{{parameter.Name}}}", text.Length == 0 ? "x" : text, StringComparison.Ordinal);
                    break;
                case ParameterLocation.Query when parameter.IsJson:
                    query.Add($"{parameter.Name}={Uri.EscapeDataString(value?.ToJsonString() ?? "{}")}");
                    break;
                case ParameterLocation.Query when value is JsonArray items:
                    var items2 = items.Select(item => Uri.EscapeDataString(Text(item)));
                    query.AddRange(
                        parameter.Explode != false
                            ? items2.Select(item => $"{parameter.Name}={item}")
                            : [$"{parameter.Name}={string.Join(',', items2)}"]
                    );
                    break;
                case ParameterLocation.Query when value is JsonObject members:
                    query.AddRange(
                        members.Select(member =>
                            $"{(parameter.Style == "deepObject" ? $"{parameter.Name}[{member.Key}]" : member.Key)}={Uri.EscapeDataString(Text(member.Value))}"
                        )
                    );
                    break;
                case ParameterLocation.Query:
                    query.Add($"{parameter.Name}={text}");
                    break;
                case ParameterLocation.Header when request.Headers.TryAddWithoutValidation(parameter.Name, Text(value)):
                    break;
                case ParameterLocation.Header:
                    ofContent.Add((parameter.Name, Text(value)));
                    break;
                default:
                    request.Headers.TryAddWithoutValidation("Cookie", $"{parameter.Name}={text}");
                    break;
            }
        }

        request.Content = operation.Body is { Schemas.Count: > 0 } body ? Content(body, seed) : null;
        ofContent.ForEach(header => request.Content?.Headers.TryAddWithoutValidation(header.Name, header.Value));

        // Some documents call a parameter otherwise than their path does.
        foreach (var (name, value) in pathValues ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
        }

        request.RequestUri = new Uri(
            endpoint.GetLeftPart(UriPartial.Authority)
                + path
                + (query.Count == 0 ? "" : (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + string.Join('&', query)),
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );
        return request;
    }

    private static HttpContent Content(ApiBody body, string seed)
    {
        var type = body.Schemas.Keys.FirstOrDefault(MediaType.IsJson) ?? body.Schemas.Keys.First();
        var schema = body.Schemas[type];
        if (MediaType.IsJson(type))
        {
            return new StringContent(
                Values(schema, seed)?.ToJsonString() ?? "{}",
                Encoding.UTF8,
                new MediaTypeHeaderValue(MediaType.Concrete(type, MediaType.Json))
            );
        }

        var members = Values(schema, seed) as JsonObject ?? [];
        if (type.StartsWith(MediaType.Form, StringComparison.OrdinalIgnoreCase))
        {
            return new FormUrlEncodedContent(
                members.SelectMany(member =>
                    member.Value is JsonArray items
                        ? items.Select(item => KeyValuePair.Create(member.Key, Text(item)))
                        : [KeyValuePair.Create(member.Key, Text(member.Value))]
                )
            );
        }

        if (!type.StartsWith(MediaType.Multipart, StringComparison.OrdinalIgnoreCase))
        {
            var content = new ByteArrayContent("simulated"u8.ToArray());
            content.Headers.ContentType = new MediaTypeHeaderValue(MediaType.Concrete(type, "application/octet-stream"));
            return content;
        }

        var form = new MultipartFormDataContent();
        foreach (var (name, value) in members)
        {
            var property = SchemaMembers.Find(schema, name)?.ActualTypeSchema;
            var isFile = IsFile(property);
            foreach (var item in value is JsonArray { Count: > 0 } items ? items.ToArray() : new[] { value })
            {
                if (isFile)
                {
                    form.Add(new ByteArrayContent("file"u8.ToArray()), name, "file.bin");
                }
                else
                {
                    form.Add(new StringContent(Text(item)), name);
                }
            }
        }

        if (members.Count == 0)
        {
            form.Add(new StringContent("x"), "none");
        }

        return form;
    }

    /// <summary>Returns a value that a path parameter may have.</summary>
    public static string PathValue(ApiOperation operation, string name, string seed) =>
        operation.Parameters.FirstOrDefault(parameter => parameter.Place == ParameterLocation.Path && parameter.Name == name)
            is { } parameter
            ? Text(Values(parameter.Schema, $"{seed} {name}"))
            : "x";

    private static bool IsFile(JsonSchema? schema) =>
        schema is not null
        && (
            schema.Format == "binary"
            || IsFile(schema.Item?.ActualTypeSchema)
            || schema.OneOf.Concat(schema.AnyOf).Any(branch => IsFile(branch.ActualTypeSchema))
        );

    private static JsonNode? Values(JsonSchema schema, string seed)
    {
        JsonNode? value = null;
        foreach (var attempt in Enumerable.Range(0, 8))
        {
            value = new SchemaValues($"{seed} {attempt}", Now) { RequiredOnly = true, MaxValues = 200 }.Create(schema);
            if (value is null || SchemaCheck.RequestFaults(schema, Operations.AnswerCheck.Parse(value.ToJsonString()), "") is [])
            {
                break;
            }
        }

        return value;
    }

    private static string Text(JsonNode? value) =>
        value switch
        {
            null => "x",
            JsonValue scalar when scalar.TryGetValue(out string? text) => text,
            JsonArray items => string.Join(',', items.Select(Text)),
            _ => Convert.ToString(value.ToJsonString(), CultureInfo.InvariantCulture),
        };
}
