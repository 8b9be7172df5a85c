using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>Turns a choice among single values, each with its own description, into a set of values.</summary>
internal static class ChoiceNormalizer
{
    // 3.1 has no place for a description beside a value of an enum, so authors write
    //     oneOf: [{ const: cat, description: … }, { const: dog, description: … }]
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
                if (shapes.Count < choices.Items.Count)
                {
                    schema.Set("nullable", schema.NewBoolean(true));
                }
            }
        }
    }

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
