using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>
/// Adds members that an object has under a condition (<c>then</c>, <c>else</c>, <c>dependentSchemas</c>), as optional members.
/// </summary>
internal static class ConditionNormalizer
{
    // "if kind is cat, then { properties: { indoor: … }, required: [indoor] }" cannot be a C# type, since a class does not change with a
    // value. What can be kept is that 'indoor' exists. Its 'required' must not be kept: it would be required of every dog.
    public static void Run(SpecNode schema)
    {
        if (schema.String("type") is not (null or "object") || (schema["$ref"] ?? schema["oneOf"] ?? schema["anyOf"]) is not null)
        {
            return;
        }

        var conditional = new[] { schema["then"], schema["else"] }
            .Concat((schema["dependentSchemas"]?.Names ?? []).Select(name => schema["dependentSchemas"]![name]))
            .Select(static part => part?["properties"])
            .Where(static properties => properties is { Kind: SpecNodeKind.Object, Names.Count: > 0 })
            .ToList();
        if (conditional.Count == 0)
        {
            return;
        }

        // A copy: the properties may be those of an alias, which other schemas share.
        var all = schema.NewObject();
        foreach (var properties in conditional.Prepend(schema["properties"]))
        {
            foreach (var name in properties?.Names ?? [])
            {
                all.TryAdd(name, properties![name]!);
            }
        }

        schema.Set("properties", all);
        schema.Remove("then");
        schema.Remove("else");
        schema.Remove("dependentSchemas");
    }
}
