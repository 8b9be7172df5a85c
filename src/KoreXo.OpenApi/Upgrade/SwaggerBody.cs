using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>Converts bodies of Swagger 2.0: a body is a parameter there, and a form is one parameter per field.</summary>
internal static class SwaggerBody
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    /// <summary>Adds the request body that the parameters of an operation describe.</summary>
    public static void Add(SpecNode operation, List<SpecNode> parts, List<string> mediaTypes)
    {
        if (parts.FindLast(static part => part.String("in") == "body") is { } body)
        {
            var schema = body["schema"] ?? SwaggerSchema.Of(body);
            var types = mediaTypes.FindAll(static type => MediaType.Bare(type) is not (UrlEncoded or Multipart)) is { Count: > 0 } kept
                ? kept
                : ["application/json"];
            operation.Set(
                "requestBody",
                body.NewObject(
                    ("description", body["description"]),
                    ("required", body["required"]),
                    (
                        "content",
                        body.NewObject([
                            .. types.Distinct(StringComparer.Ordinal).Select(type => (type, (SpecNode?)body.NewObject(("schema", schema)))),
                        ])
                    )
                )
            );
        }
        else if (parts.Count > 0)
        {
            operation.Set("requestBody", Form(parts, mediaTypes));
        }
    }

    /// <summary>Returns the style in which the items of a field are joined; null for commas.</summary>
    private static SpecNode? Style(SpecNode field) =>
        field.String("collectionFormat") switch
        {
            "ssv" => field.NewText("spaceDelimited"),
            "pipes" => field.NewText("pipeDelimited"),
            _ => null,
        };

    private static SpecNode Form(List<SpecNode> parts, List<string> mediaTypes)
    {
        // A field of the operation replaces one of the path.
        var fields = parts
            .GroupBy(static field => field.String("name"), StringComparer.Ordinal)
            .Select(static same => same.Last())
            .ToList();
        var place = fields[0];
        var (properties, required, encoding) = (place.NewObject(), place.NewArray(), place.NewObject());
        foreach (var field in fields)
        {
            if (field.String("name") is not { } name)
            {
                continue;
            }

            var schema = field["schema"] is { Kind: SpecNodeKind.Object } own ? own.Copy(source: null) : SwaggerSchema.Of(field);
            foreach (var keyword in (string[])["description", "x-name", "x-sensitive"])
            {
                if (field[keyword] is { } value)
                {
                    schema.Set(keyword, value);
                }
            }

            properties.Set(name, schema);
            if (field.Boolean("required") == true)
            {
                required.Items.Add(field.NewText(name));
            }

            if (field.String("type") == "array" && field.String("collectionFormat") != "multi")
            {
                encoding.Set(name, field.NewObject(("style", Style(field)), ("explode", field.NewBoolean(false))));
            }
        }

        var hasFile = fields.Exists(static field => field.String("type") == "file" || field["items"]?.String("type") == "file");
        var isMultipart =
            hasFile
            || (
                mediaTypes.Exists(static type => MediaType.Bare(type) == Multipart)
                && !mediaTypes.Exists(static type => MediaType.Bare(type) == UrlEncoded)
            );
        var form = place.NewObject(("type", place.NewText("object")), ("properties", properties), ("required", required));
        return place.NewObject(
            ("required", place.NewBoolean(required.Items.Count > 0)),
            ("content", place.NewObject((isMultipart ? Multipart : UrlEncoded, place.NewObject(("schema", form), ("encoding", encoding)))))
        );
    }
}
