using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Upgrade;

/// <summary>Rewrites a schema of any version as one of OpenAPI 3.0.</summary>
internal sealed class SchemaNormalizer(CancellationToken cancellationToken)
{
    /// <summary>Keywords that give a schema a shape. A schema without any is a remark.</summary>
    private static readonly string[] Shapes =
    [
        "$ref",
        "type",
        "properties",
        "items",
        "additionalProperties",
        "allOf",
        "oneOf",
        "anyOf",
        "enum",
        "x-extensible-enum",
    ];

    private static readonly string[] Choices = ["allOf", "oneOf", "anyOf"];
    private static readonly string[] Members = ["properties", "patternProperties"];
    private static readonly string[] Lists = ["allOf", "oneOf", "anyOf", "enum", "required", "x-extensible-enum"];
    private static readonly string[] Folders = ["properties", "$defs", "definitions"];
    private static readonly string[] Parts = ["items", "additionalProperties", "contentSchema"];
    private static readonly string[] ListsOfParts = ["allOf", "oneOf", "anyOf", "prefixItems"];
    private static readonly string[] MovedBesideReference = ["properties", "required", "additionalProperties", "allOf", "oneOf", "anyOf"];

    private readonly HashSet<SpecNode> _seen = [];

    public static bool HasShape(SpecNode schema) => Array.Exists(Shapes, name => schema[name] is not null);

    public void Visit(SpecNode schema)
    {
        // A schema may be reached more than once: a YAML alias is one node in several places. Ten levels of ten aliases each would be
        // visited once for every path that leads to them.
        if (schema.Kind != SpecNodeKind.Object || !_seen.Add(schema))
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        Repair(schema);
        if (IsTrue(schema["nullable"]) || IsTrue(schema["x-nullable"]))
        {
            // The usual word for it before there was one.
            schema.Set("nullable", schema.NewBoolean(true));
        }

        NormalizeDiscriminator(schema);
        ConditionNormalizer.Run(schema);
        foreach (var part in schema["allOf"]?.Items ?? [])
        {
            // Before parts without a shape are dropped.
            ConditionNormalizer.Run(part);
        }

        // The order of these steps matters. A choice among constants becomes an enum here, and so does a single constant. TypeNormalizer,
        // which turns a list of types into a choice, leaves a schema with an enum whole: "type: [string, integer], const: auto" has one
        // value, not two types.
        ChoiceNormalizer.Run(schema);
        NormalizeConstant(schema);
        NormalizeEnum(schema);
        NumberNormalizer.Run(schema);
        TypeNormalizer.Run(schema);
        NormalizeArray(schema);
        NormalizeEncoding(schema);
        NormalizeReference(schema);
        NormalizeMembers(schema);
        DropRemarks(schema);
        VisitParts(schema);
    }

    /// <summary>Removes keywords whose values have an impossible kind.</summary>
    private static void Repair(SpecNode schema)
    {
        foreach (var name in Members)
        {
            Expect(schema, name, SpecNodeKind.Object);
        }

        foreach (var name in Lists)
        {
            Expect(schema, name, SpecNodeKind.Array);
        }

        Expect(schema, "$ref", SpecNodeKind.String);

        if (schema.String("type") is "string" or "integer" or "number" or "boolean" or "array")
        {
            // These have no members, whatever else is said of them: some tools describe the class that was a list or a text.
            schema.Remove("properties");
            schema.Remove("additionalProperties");
        }
    }

    /// <summary>Converts a discriminator of Swagger 2.0, which is only the name of a member.</summary>
    private static void NormalizeDiscriminator(SpecNode schema)
    {
        if (schema["discriminator"] is { Kind: SpecNodeKind.String } name)
        {
            schema.Set("discriminator", name.NewObject(("propertyName", name)));
        }
    }

    private static void Expect(SpecNode schema, string name, SpecNodeKind kind)
    {
        if (schema[name] is { } node && node.Kind != kind)
        {
            schema.Remove(name);
        }
    }

    private static bool IsTrue(SpecNode? node) => node is { Kind: SpecNodeKind.Boolean or SpecNodeKind.String, Text: "true" };

    private static void NormalizeConstant(SpecNode schema)
    {
        if (schema["const"] is { } constant && schema["enum"] is null && constant.Kind is not (SpecNodeKind.Object or SpecNodeKind.Array))
        {
            schema.Set("enum", constant.NewArray(constant));
        }
    }

    /// <summary>Turns values of a string enum that look like numbers into strings, and infers a missing type from the values.</summary>
    private static void NormalizeEnum(SpecNode schema)
    {
        if (schema["enum"] is not { Items.Count: > 0 } values)
        {
            return;
        }

        var kinds = values.Items.Select(static item => item.Kind).Where(static kind => kind != SpecNodeKind.Null).Distinct().ToList();
        if (kinds.Count < 1)
        {
            schema.Remove("enum");
            schema.Set("type", schema.NewText("null"));
        }
        else if (IsString(schema))
        {
            schema.Set("enum", values.NewArray([.. values.Items.Select(AsText)]));
        }
        else if (schema["type"] is null && kinds.Count == 1 && TypeOf(values) is { } type)
        {
            schema.Set("type", schema.NewText(type));
        }

        if (values.Items.Exists(static item => item.Kind == SpecNodeKind.Null))
        {
            schema.Set("nullable", schema.NewBoolean(true));
        }
    }

    /// <summary>Returns whether a schema allows strings, and nothing else but null.</summary>
    private static bool IsString(SpecNode schema) =>
        schema["type"] is { Kind: SpecNodeKind.Array } types
            ? types.Items.Exists(static type => type.Text == "string")
                && types.Items.TrueForAll(static type => type.Text is "string" or "null")
            : schema.String("type") == "string";

    private static SpecNode AsText(SpecNode value) =>
        value.Kind is SpecNodeKind.Number or SpecNodeKind.Boolean ? value.NewText(value.Written) : value;

    private static string? TypeOf(SpecNode values) =>
        values.Items.Find(static item => item.Kind != SpecNodeKind.Null)!.Kind switch
        {
            SpecNodeKind.String => "string",
            SpecNodeKind.Boolean => "boolean",
            SpecNodeKind.Number => values.Items.TrueForAll(static item => item.Text.All(static c => char.IsDigit(c) || c == '-'))
                ? "integer"
                : "number",
            _ => null,
        };

    /// <summary>Converts positional items: they become items of any kind, unless there is only one.</summary>
    private static void NormalizeArray(SpecNode schema)
    {
        var tuple = schema["prefixItems"] ?? (schema["items"]?.Kind == SpecNodeKind.Array ? schema["items"] : null);
        if (tuple is { Kind: SpecNodeKind.Array })
        {
            var others = schema["items"]?.Kind == SpecNodeKind.Object;
            schema.Set("items", tuple.Items.Count == 1 && !others ? tuple.Items[0] : tuple.NewObject());
        }

        if (schema["items"] is { } items)
        {
            if (items.Kind != SpecNodeKind.Object)
            {
                schema.Set("items", items.NewObject());
            }

            if (schema["type"] is null && schema["properties"] is null && schema["$ref"] is null)
            {
                schema.Set("type", schema.NewText("array"));
            }
        }
    }

    private static void NormalizeEncoding(SpecNode schema)
    {
        if (schema.String("type") is not (null or "string") || schema["format"] is not null || schema["$ref"] is not null)
        {
            return;
        }

        var format =
            schema.String("contentEncoding")?.ToLowerInvariant() is "base64" ? "byte"
            : schema.String("contentEncoding")?.ToLowerInvariant() is "base64url" ? "base64url"
            : schema.String("contentMediaType") is { } media && schema["contentEncoding"] is null && MediaType.IsBinary(media) ? "binary"
            : null;
        if (format is not null)
        {
            schema.Set("type", schema.NewText("string"));
            schema.Set("format", schema.NewText(format));
        }
    }

    // "$ref: Pet, properties: { collar: … }" would lose 'collar', because whoever follows the reference leaves its siblings behind. As
    // "allOf: [{ $ref: Pet }, { properties: { collar: … } }]" it is what every reader knows already. 'required' alone adds no member, and
    // 'description' none either: with them it remains a plain reference, and the type remains Pet.
    /// <summary>Converts a reference with keywords beside it, as allowed since 3.1: they apply to the schema like a second part.</summary>
    private static void NormalizeReference(SpecNode schema)
    {
        if (schema["$ref"] is not { Kind: SpecNodeKind.String } reference)
        {
            return;
        }

        if (!Array.Exists(MovedBesideReference, name => name != "required" && schema[name] is not null))
        {
            return;
        }

        var own = schema.NewObject([.. MovedBesideReference.Select(name => (name, schema[name]))]);
        foreach (var name in MovedBesideReference.Concat(["$ref", "type"]))
        {
            schema.Remove(name);
        }

        schema.Set("allOf", reference.NewArray(reference.NewObject(("$ref", reference)), own));
    }

    private static void NormalizeMembers(SpecNode schema)
    {
        if (schema["patternProperties"] is { Names.Count: > 0 } patterns && schema["additionalProperties"] is null or { Text: "false" })
        {
            schema.Set("additionalProperties", patterns.Names.Count == 1 ? patterns[patterns.Names[0]]! : patterns.NewObject());
        }
    }

    /// <summary>
    /// Drops parts that only describe, or only state which members are required together: they are no shapes to choose from.
    /// </summary>
    private static void DropRemarks(SpecNode schema)
    {
        foreach (var name in Choices)
        {
            if (schema[name] is not { } parts)
            {
                continue;
            }

            if (
                name == "allOf"
                && parts.Items.Exists(static part =>
                    part.Kind == SpecNodeKind.Object && !HasShape(part) && part.Boolean("nullable") == true
                )
            )
            {
                schema.Set("nullable", schema.NewBoolean(true));
            }

            // "oneOf: [{ required: [email] }, { required: [phone] }]" chooses between nothing: the whole keyword goes, once no branch has
            // a shape. Single branches are not dropped, for a blank one beside others means "or anything". In an allOf a part without a
            // shape is a remark, except for its 'required', which applies to the members of the other parts.
            var isChoice = name != "allOf";
            if (
                isChoice
                    ? parts.Items.TrueForAll(static part => !HasShape(part) && part["const"] is null)
                    : parts.Items.Exists(static part => !HasShape(part) && part["required"] is null)
            )
            {
                var kept = isChoice ? [] : parts.Items.Where(static part => HasShape(part) || part["required"] is not null).ToArray();
                schema.Set(name, parts.NewArray(kept));
            }

            if (schema[name]!.Items.Count == 0)
            {
                schema.Remove(name);
            }
        }
    }

    private void VisitParts(SpecNode schema)
    {
        foreach (var name in Folders)
        {
            foreach (var member in schema[name]?.Names ?? [])
            {
                Visit(schema[name]![member]!);
            }
        }

        foreach (var name in Parts)
        {
            if (schema[name] is { } part)
            {
                Visit(part);
            }
        }

        foreach (var name in ListsOfParts)
        {
            foreach (var part in schema[name]?.Items ?? [])
            {
                Visit(part);
            }
        }
    }
}
