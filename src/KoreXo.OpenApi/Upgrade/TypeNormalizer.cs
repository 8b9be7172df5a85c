using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>Converts the <c>type</c> of a schema: since 3.1 it may be a list, and null one of its entries.</summary>
internal static class TypeNormalizer
{
    private static readonly string[] Known = ["string", "number", "integer", "boolean", "object", "array", "null", "file"];
    private static readonly string[] Everything = ["string", "number", "boolean", "object", "array"];

    public static void Run(SpecNode schema)
    {
        if (schema["type"] is { Kind: SpecNodeKind.Array } list)
        {
            Flatten(schema, list);
        }
        else if (schema["type"] is { Kind: SpecNodeKind.Null } nothing)
        {
            // In YAML, null without quotes is not a string.
            schema.Remove("type");
            if (!SchemaNormalizer.HasShape(schema))
            {
                schema.Set("type", nothing.NewText("null"));
            }
        }

        if (schema.String("type") is { } word && !IsType(word) && Meant(word) is { } meant)
        {
            schema.Set("type", schema.NewText(meant));
        }

        if (schema["type"] is { } type && (type.Kind != SpecNodeKind.String || Array.IndexOf(Known, type.Text) < 0))
        {
            // Words that authors use for "anything", or from other vocabularies.
            schema.Remove("type");
        }
    }

    public static bool IsType(string word) => Array.IndexOf(Known, word) >= 0;

    /// <summary>Returns the type that a word of another vocabulary means; null if that is unclear.</summary>
    public static string? Meant(string word) =>
        word.ToLowerInvariant() is var lower && IsType(lower)
            ? lower
            : lower switch
            {
                "int" or "int32" or "int64" or "long" or "short" => "integer",
                "float" or "double" or "decimal" => "number",
                "bool" => "boolean",
                "text" or "str" or "date" or "datetime" or "date-time" or "uuid" or "uri" or "url" => "string",
                "list" => "array",
                "map" or "dict" => "object",
                _ => null,
            };

    // "type: [string, null]" is a nullable string, "[integer, number]" a number. What is left is a choice, and each keyword goes to the
    // branch that it applies to: "type: [object, array], properties: …, items: …" has one branch with the properties and one with the
    // items. A list of all types says nothing, and becomes no choice but any value.
    private static void Flatten(SpecNode schema, SpecNode list)
    {
        var types = list
            .Items.Where(static item => item.Kind is SpecNodeKind.String or SpecNodeKind.Null)
            .Select(static item =>
                item.Kind == SpecNodeKind.Null ? "null"
                : IsType(item.Text) ? item.Text
                : Meant(item.Text) ?? item.Text
            )
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (types.Count > 1 && types.Remove("null"))
        {
            schema.Set("nullable", schema.NewBoolean(true));
        }

        if (types.Contains("number"))
        {
            types.Remove("integer");
        }

        schema.Remove("type");
        if (types.Count == 1)
        {
            schema.Set("type", list.NewText(types[0]));
        }
        else if (
            types.Count > 1
            && !Array.TrueForAll(Everything, types.Contains)
            && schema["oneOf"] is null
            && schema["anyOf"] is null
            && schema["allOf"] is null
            && schema["enum"] is null
        )
        {
            schema.Set("anyOf", list.NewArray([.. types.Select(type => Branch(schema, type, list))]));
            foreach (
                var name in (string[])
                    ["properties", "required", "additionalProperties", "items", "prefixItems", "format", "minimum", "maximum"]
            )
            {
                schema.Remove(name);
            }
        }
    }

    /// <summary>Returns the branch of a choice for values of one of the types.</summary>
    private static SpecNode Branch(SpecNode schema, string type, SpecNode list)
    {
        string[] kept = type switch
        {
            "object" => ["properties", "required", "additionalProperties"],
            "array" => ["items", "prefixItems"],
            "string" => ["format"],
            "integer" or "number" => ["format", "minimum", "maximum"],
            _ => [],
        };
        return list.NewObject([("type", list.NewText(type)), .. kept.Select(name => (name, schema[name]))]);
    }
}
