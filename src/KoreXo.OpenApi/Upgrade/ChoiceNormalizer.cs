using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>Turns a choice among single values, each with its own title or description, into a set of values.</summary>
internal static class ChoiceNormalizer
{
    private static readonly string[] Names = ["x-enum-varnames", "x-enumNames", "x-enum-names", "x-ms-enum"];
    private static readonly string[] Descriptions = ["x-enum-descriptions", "x-enumDescriptions"];

    // 3.1 has no place for a name or a description beside a value of an enum, so authors write
    //     oneOf: [{ const: 1, title: Low }, { const: 2, title: High, description: … }]
    // Taken literally that is a union of two one-valued types. Values of different kinds, such as "auto" and 0, stay a choice.
    public static void Run(SpecNode schema)
    {
        foreach (var name in (string[])["oneOf", "anyOf"])
        {
            if (schema["enum"] is not null || schema[name] is not { Items.Count: > 1 } choices)
            {
                continue;
            }

            var shapes = choices.Items.FindAll(static choice => !IsNull(choice));
            if (shapes.Count < 2 || !shapes.TrueForAll(static choice => IsValue(choice)))
            {
                continue;
            }

            var values = shapes.ConvertAll(static choice => choice["const"] ?? choice["enum"]!.Items[0]);
            if (values.Select(static value => value.Kind).Distinct().Count() == 1)
            {
                schema.Remove(name);
                schema.Set("enum", choices.NewArray([.. values]));
                Annotate(schema, shapes);
                if (shapes.Count < choices.Items.Count)
                {
                    schema.Set("nullable", schema.NewBoolean(true));
                }
            }
        }
    }

    /// <summary>
    /// Moves titles and descriptions of values to where an enum has them, unless the schema has its own. Titles are names only if every
    /// value has one; a value without a description has an empty one.
    /// </summary>
    private static void Annotate(SpecNode schema, List<SpecNode> values)
    {
        if (!Array.Exists(Names, name => schema[name] is not null) && values.TrueForAll(static value => HasText(value, "title")))
        {
            schema.Set("x-enum-varnames", schema.NewArray([.. values.Select(static value => value["title"]!)]));
        }

        if (!Array.Exists(Descriptions, name => schema[name] is not null) && values.Exists(static value => HasText(value, "description")))
        {
            schema.Set(
                "x-enum-descriptions",
                schema.NewArray([.. values.Select(value => schema.NewText(value.String("description") ?? ""))])
            );
        }
    }

    private static bool HasText(SpecNode value, string keyword) => value.String(keyword)?.Trim().Length > 0;

    private static bool IsNull(SpecNode choice) =>
        choice.String("type") == "null"
        || choice["const"] is { Kind: SpecNodeKind.Null }
        || (choice["enum"] is { Items: { Count: > 0 } values } && values.TrueForAll(static value => value.Kind == SpecNodeKind.Null));

    private static bool IsValue(SpecNode choice) =>
        (choice["const"] ?? (choice["enum"] is { Items.Count: 1 } only ? only.Items[0] : null))
            is { Kind: SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean }
        && choice["properties"] is null
        && choice["$ref"] is null;
}
