using KoreXo.Generator.Reading;

namespace KoreXo.Generator.Normalizing;

/// <summary>A choice among single values, each with a remark of its own, is a set of values.</summary>
internal static class ChoiceNormalizer
{
    public static void Run(SpecNode schema)
    {
        foreach (var name in (string[])["oneOf", "anyOf"])
        {
            if (
                schema["enum"] is not null
                || schema[name] is not { Items.Count: > 1 } choices
                || !choices.Items.TrueForAll(static choice => IsValue(choice))
            )
            {
                continue;
            }

            var values = choices.Items.ConvertAll(static choice => choice["const"] ?? choice["enum"]!.Items[0]);
            if (values.Select(static value => value.Kind).Distinct().Count() == 1)
            {
                schema.Remove(name);
                schema.Set("enum", choices.NewArray([.. values]));
            }
        }
    }

    private static bool IsValue(SpecNode choice) =>
        (choice["const"] ?? (choice["enum"] is { Items.Count: 1 } only ? only.Items[0] : null))
            is { Kind: SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean }
        && choice["properties"] is null
        && choice["$ref"] is null;
}
