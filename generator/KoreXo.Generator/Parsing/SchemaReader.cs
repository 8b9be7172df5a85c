using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.Generator.Reading;
using NJsonSchema;

namespace KoreXo.Generator.Parsing;

/// <summary>Turns schemas into types, each place in the document once.</summary>
internal sealed class SchemaReader(SpecDocument document, TypeRegistry registry)
{
    private const string SchemasFolder = "/components/schemas/";

    /// <summary>More aliases of aliases are not followed: the stack has an end.</summary>
    private const int MaxDepth = 500;

    private readonly Queue<Action> _later = new();
    private readonly InheritanceIndex _inheritance = new(document.Root);
    private int _depth;

    /// <summary>Reads a schema that is used somewhere, and everything that it is made of.</summary>
    /// <param name="site">The schema.</param>
    /// <param name="name">What to call the type where the document gives it no name.</param>
    public TypeRef Read(SchemaSite site, string name) => Complete(() => ReadUse(site, name));

    /// <summary>
    /// Reads the schema of a request body. Where the body differs from what the schema is elsewhere, it becomes a type of its own.
    /// </summary>
    /// <param name="site">The schema.</param>
    /// <param name="name">What to call the type where the document gives it no name.</param>
    /// <param name="isForm">True for the parts of a multipart form, which may be files and have no JSON form.</param>
    /// <param name="leftOut">The members that the operation fills in by itself.</param>
    public TypeRef ReadBody(SchemaSite site, string name, bool isForm, IReadOnlyList<string> leftOut)
    {
        site = Resolve(site);
        if (!IsObject(site) || (!isForm && leftOut.Count == 0))
        {
            return Read(site, name);
        }

        var key = site.Pointer + (isForm ? " form" : "") + string.Concat(leftOut.Select(static member => " -" + member));
        return registry.TryGet(key, out var known)
            ? known
            : Complete(() =>
                new ObjectReader(document, registry, this).Read(
                    site,
                    CSharpName.Pascal(ComponentName(site.Pointer) ?? name),
                    key,
                    isForm,
                    leftOut
                )
            );
    }

    /// <summary>
    /// Puts off the reading of what a type is made of until the types that are being read have their names. So types may contain
    /// each other, and a chain of thousands does not exhaust the stack. What is put off runs in order.
    /// </summary>
    public void Later(Action action) => _later.Enqueue(action);

    private TypeRef Complete(Func<TypeRef> read)
    {
        _depth++;
        var type = read();
        while (_depth == 1 && _later.Count > 0)
        {
            _later.Dequeue()();
        }

        _depth--;
        return type;
    }

    private TypeRef ReadUse(SchemaSite site, string name)
    {
        if (document.IsBroken(site.Node))
        {
            return new TypeRef.Scalar(ScalarKind.Any);
        }

        site = Resolve(site);
        if (registry.TryGet(site.Pointer, out var known))
        {
            return known;
        }

        if (_depth > MaxDepth || !registry.TryOpen(site.Pointer))
        {
            document.Report(
                SpecRules.Unsupported,
                site.Node,
                site.Pointer,
                "A schema that contains itself without a member between",
                "it is taken as any value"
            );
            return new TypeRef.Scalar(ScalarKind.Any);
        }

        var type = ReadNew(site, ComponentName(site.Pointer) ?? name);
        return registry.Close(site.Pointer, type);
    }

    public SchemaSite Resolve(SchemaSite site)
    {
        // The tree leads: of a reference to a reference the parser has kept only where it ends.
        while (
            !document.IsBroken(site.Node)
            && site.Node.String("$ref") is { } reference
            && JsonPointer.FromReference(reference) is { } pointer
            && document.Root.Find(pointer) is { } node
        )
        {
            site = SchemaSite.Of(site.Schema.Reference ?? site.Schema, node, pointer);
        }

        return site;
    }

    private TypeRef ReadNew(SchemaSite site, string name)
    {
        var schema = site.Schema;
        if (IsValueSet(site))
        {
            return ValueSetReader.Read(site, CSharpName.Pascal(name), registry);
        }

        if (ReadUnion(site, name) is { } union)
        {
            return union;
        }

        if (
            schema.AllOf.Count > 0
            && schema.Properties.Count == 0
            && (schema.AllOf.Count == 1 || !IsObject(site))
            && schema.OneOf.Count + schema.AnyOf.Count == 0
        )
        {
            // One part is another name for it; of several that are no objects the first says what it is, the others narrow it.
            return Read(site.Branches("allOf").First(), name);
        }

        if (schema.AllOf.Count + schema.OneOf.Count + schema.AnyOf.Count + schema.Properties.Count > 0)
        {
            return new ObjectReader(document, registry, this).Read(site, CSharpName.Pascal(name));
        }

        if (schema.Type.HasFlag(JsonObjectType.Array))
        {
            return new TypeRef.List(ReadItem(site, name));
        }

        return (schema.Type & ~JsonObjectType.Null) == JsonObjectType.Object || site.Node["additionalProperties"] is not null
            ? new TypeRef.Map(AdditionalProperties(site, name) ?? new TypeRef.Scalar(ScalarKind.Any))
            : ScalarReader.Read(schema);
    }

    /// <summary>Reads a choice of shapes; null where the schema is none.</summary>
    private TypeRef? ReadUnion(SchemaSite site, string name)
    {
        var hasTell = site.Node["discriminator"]?.String("propertyName") is not null;
        if (hasTell || (site.Schema.Properties.Count == 0 && site.Schema.AllOf.Count == 0))
        {
            foreach (var keyword in (string[])["oneOf", "anyOf"])
            {
                if (site.Branches(keyword).Where(static branch => !IsNull(branch)).ToList() is { Count: > 0 } branches)
                {
                    return branches.Count == 1
                        ? Read(branches[0], name)
                        : new UnionReader(document, registry, this).Read(site, branches, name);
                }
            }
        }

        return hasTell && Heirs(site) is { Count: > 0 } heirs ? new UnionReader(document, registry, this).Read(site, heirs, name) : null;
    }

    /// <summary>The components that build on a base; the base itself where its discriminator has a value for it.</summary>
    private List<SchemaSite> Heirs(SchemaSite site)
    {
        if (ComponentName(site.Pointer) is null || _inheritance.HeirsOf(site.Pointer) is not { Count: > 0 } pointers)
        {
            return [];
        }

        var heirs = pointers
            .Select(pointer =>
                document.Schema(pointer) is { } schema ? SchemaSite.Of(schema, document.Root.Find(pointer)!, pointer) : default
            )
            .Where(static heir => heir.Schema is not null)
            .ToList();
        if (heirs.Count > InheritanceIndex.MaxHeirs)
        {
            document.Report(
                SpecRules.Unsupported,
                site.Node,
                site.Pointer,
                $"A choice of {heirs.Count} heirs",
                "it is taken as the class that the schema describes"
            );
            return [];
        }

        return heirs;
    }

    /// <summary>True where a value of the schema is an object with members of its own, alone or by its parts.</summary>
    private bool IsObject(SchemaSite site) => IsObject(Resolve(site), []);

    private bool IsObject(SchemaSite site, HashSet<string> seen) =>
        seen.Add(site.Pointer)
        && (
            site.Schema.Properties.Count > 0
            || site.Node["additionalProperties"] is { Kind: SpecNodeKind.Object }
            || ((string[])["allOf", "oneOf", "anyOf"]).SelectMany(site.Branches).Any(branch => IsObject(Resolve(branch), seen))
        );

    /// <summary>The type of an object's undeclared members; null where the document is silent about them or forbids them.</summary>
    public TypeRef? AdditionalProperties(SchemaSite site, string name)
    {
        return site.Node["additionalProperties"] switch
        {
            { Kind: SpecNodeKind.Boolean, Text: "true" } => new TypeRef.Scalar(ScalarKind.Any),
            { Kind: SpecNodeKind.Object } => site.Schema.AdditionalPropertiesSchema is { } schema
                ? ReadElement(site.Child(schema, "additionalProperties"), name + "Value")
                : new TypeRef.Scalar(ScalarKind.Any),
            _ => null,
        };
    }

    public bool IsNullable(SchemaSite site)
    {
        if (
            site.Schema.IsNullableRaw == true
            || site.Node.Boolean("nullable") == true
            || site.Schema.Type.HasFlag(JsonObjectType.Null)
            || site.Branches("oneOf").Concat(site.Branches("anyOf")).Any(IsNull)
        )
        {
            return true;
        }

        return site.Node.String("$ref") is not null && !document.IsBroken(site.Node) && IsNullable(Resolve(site));
    }

    private TypeRef ReadItem(SchemaSite site, string name)
    {
        if (site.Schema.Item is not { } item || site.Node["items"] is null)
        {
            return new TypeRef.Scalar(ScalarKind.Any);
        }

        return ReadElement(site.Child(item, "items"), name + "Item");
    }

    private TypeRef ReadElement(SchemaSite site, string name)
    {
        var type = Read(site, name);
        return IsNullable(site) && type is not TypeRef.Scalar { Kind: ScalarKind.Any } ? new TypeRef.Nullable(type) : type;
    }

    private static bool IsNull(SchemaSite site) => site.Schema.Type == JsonObjectType.Null || site.Node.String("type") == "null";

    private static bool IsValueSet(SchemaSite site) =>
        (site.Schema.Type & ~JsonObjectType.Null) is JsonObjectType.String or JsonObjectType.None
        && (site.Node["x-extensible-enum"] ?? site.Node["enum"]) is { Items.Count: > 0 } values
        && values.Items.Any(static value => value.Kind == SpecNodeKind.String)
        && values.Items.All(static value => value.Kind is SpecNodeKind.String or SpecNodeKind.Null);

    /// <summary>The name that the document gives to the schema at a pointer; null for a schema inside another.</summary>
    public static string? ComponentName(string pointer) =>
        pointer.StartsWith(SchemasFolder, StringComparison.Ordinal) && pointer.IndexOf('/', SchemasFolder.Length) < 0
            ? JsonPointer.Name(pointer)
            : null;
}
