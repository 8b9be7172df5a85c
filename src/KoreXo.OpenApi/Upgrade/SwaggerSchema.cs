using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>Converts parameters of Swagger 2.0, which are their own schemas.</summary>
internal static class SwaggerSchema
{
    private static readonly string[] Keywords =
    [
        "type",
        "format",
        "items",
        "enum",
        "x-extensible-enum",
        "x-enum-varnames",
        "x-enumNames",
        "x-enum-names",
        "x-ms-enum",
        "x-enum-descriptions",
        "x-enumDescriptions",
        "x-nullable",
        "default",
        "minimum",
        "maximum",
    ];

    /// <summary>Moves the schema of a parameter into a member of its own.</summary>
    public static void Wrap(SpecNode parameter)
    {
        if (parameter.Kind != SpecNodeKind.Object || parameter["schema"] is not null || parameter["$ref"] is not null)
        {
            return;
        }

        parameter.Set("schema", Of(parameter));
        if (parameter.String("type") == "array" && !(parameter.String("collectionFormat") == "multi" && parameter.String("in") == "query"))
        {
            parameter.Set("explode", parameter.NewBoolean(false));
        }
    }

    public static SpecNode Of(SpecNode parameter)
    {
        var schema = parameter.NewObject([.. Keywords.Select(name => (name, parameter[name]))]);
        if (schema.String("type") == "file")
        {
            MakeFile(schema);
        }

        return schema;
    }

    public static void MakeFile(SpecNode schema)
    {
        schema.Set("type", schema.NewText("string"));
        schema.Set("format", schema.NewText("binary"));
    }
}
