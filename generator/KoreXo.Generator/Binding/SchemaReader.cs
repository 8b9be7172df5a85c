using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Binding;

/// <summary>Turns schemas into types, once for each location in the document.</summary>
internal sealed class SchemaReader(SpecDocument document, TypeRegistry registry, IReadOnlyCollection<string> stringFormats)
{
    private static readonly string[] Composites = ["allOf", "oneOf", "anyOf"];

    private const string SchemasFolder = "/components/schemas/";

    /// <summary>The number of nested aliases that are followed, since the stack is limited.</summary>
    private const int MaxDepth = 500;

    private readonly Queue<Action> _later = new();
    private readonly InheritanceIndex _inheritance = new(document.Root);
    private readonly ScalarReader _scalars = new(stringFormats);
    private EqualChoices? _choices;
    private int _depth;

    /// <summary>Gets the reader that looks through references, choices with null and the like.</summary>
    public WrapperReader Wrappers { get; } = new(document);

    private EqualChoices EqualChoices => _choices ??= new EqualChoices(document, Wrappers);

    /// <summary>Reads a schema that is used somewhere, and everything that it consists of.</summary>
    /// <param name="site">The schema.</param>
    /// <param name="name">The name of the type if the document does not name it.</param>
    public TypeRef Read(SpecSchema site, string name) => Complete(() => ReadUse(site, name));

    /// <summary>
    /// Reads the schema of a request body. If the body differs from the schema's other uses, it becomes a type of its own.
    /// </summary>
    /// <param name="site">The schema.</param>
    /// <param name="name">The name of the type if the document does not name it.</param>
    /// <param name="parts">How the parts of a multipart form are written, which may be files and have no JSON form; null for JSON.</param>
    /// <param name="use">Distinguishes uses of one schema that are written differently.</param>
    /// <param name="own">The members that the client sets.</param>
    public TypeRef ReadBody(SpecSchema site, string name, PartEncodingReader? parts, string use, OwnMembers own)
    {
        var isForm = parts is not null;
        site = isForm ? Wrappers.Unwrap(site) : document.Resolve(site);
        if (!IsObject(site) || (!isForm && !own.Any))
        {
            return Read(site, name);
        }

        // One schema may become several classes. Order as JSON, Order as a form whose part 'scan' is a file, and Order without the member
        // that an operation fills in by itself differ in their members. The registry finds a class by its key, so the key names
        // everything that tells the classes apart, after a blank: "/components/schemas/Order form -dryRun".
        var key =
            site.Pointer
            + (isForm ? " form" : "")
            + use
            + string.Concat(own.LeftOut.Concat(own.Pager).Select(static member => " -" + member));
        return registry.TryGet(key, out var known)
            ? known
            : Complete(() =>
                new ObjectReader(document, registry, this).Read(
                    site,
                    CSharpName.Pascal(ComponentName(site.Pointer) ?? name),
                    key,
                    parts,
                    own
                )
            );
    }

    /// <summary>
    /// Defers reading the parts of a type until the types that are being read have their names. So types may contain each other, and a
    /// chain of thousands does not exhaust the stack. Deferred actions run in order.
    /// </summary>
    public void Later(Action action) => _later.Enqueue(action);

    // A type gets its name first and its members later, when the outermost call runs the queue. So Node, whose member 'next' is a Node
    // again, finds itself by its name, and thousands of schemas that each refer to the next are read in a loop; as recursion they would
    // end in a stack overflow, which takes the compiler with it. An inner call must not run the queue: it is in the middle of a type, and
    // would recurse after all.
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

    private TypeRef ReadUse(SpecSchema site, string name)
    {
        document.CancellationToken.ThrowIfCancellationRequested();
        if (document.IsBroken(site.Node))
        {
            return new TypeRef.Scalar(ScalarKind.Any);
        }

        site = document.Resolve(site);
        if (registry.TryGet(site.Pointer, out var known))
        {
            return known;
        }

        // Classes and unions have been found by their names above, so whatever is open here has no name of its own to refer to. In "Tree:
        // { type: array, items: { $ref: Tree } }" the type would be a list of lists of lists, without an end.
        if (_depth > MaxDepth || !registry.TryOpen(site.Pointer))
        {
            document.Report(
                SpecRules.Unsupported,
                site.Node,
                site.Pointer,
                "A schema that contains itself without a member between",
                "it is treated as any value"
            );
            return new TypeRef.Scalar(ScalarKind.Any);
        }

        var type = ReadNew(site, ComponentName(site.Pointer) ?? name);
        return registry.Close(site.Pointer, type);
    }

    private TypeRef ReadNew(SpecSchema site, string name)
    {
        // The order decides, because a schema may be of several kinds at once. A base with a discriminator has properties and is a union
        // nevertheless. An allOf without properties of its own, such as "allOf: [{ $ref: Money }], description: The price", is a remark
        // on Money and no type of its own. Only what is left has a type that 'type' alone describes.
        if (IsValueSet(site))
        {
            return ValueSetReader.Read(site, CSharpName.Pascal(name), registry);
        }

        if (ReadUnion(site, name) is { } union)
        {
            return union;
        }

        if (
            site.Count("allOf") is > 0 and var parts
            && !site.HasProperties
            && (parts == 1 || !IsObject(site))
            && site.Count("oneOf") + site.Count("anyOf") == 0
        )
        {
            // One part is another name for it; of several that are no objects the first says what it is, the others narrow it.
            return Read(site.Branches("allOf").First(), name);
        }

        if (site.HasProperties || Array.Exists(Composites, keyword => site.Count(keyword) > 0))
        {
            return new ObjectReader(document, registry, this).Read(site, CSharpName.Pascal(name));
        }

        if (site.Type == SchemaType.Array)
        {
            return new TypeRef.List(ReadItem(site, name));
        }

        if (site.Type == SchemaType.Object || site.Node["additionalProperties"] is not null)
        {
            return new TypeRef.Map(AdditionalProperties(site, name) ?? new TypeRef.Scalar(ScalarKind.Any));
        }

        var scalar = _scalars.Read(site);
        return scalar is TypeRef.Scalar { Kind: var kind } && ValueSetReader.HasNamedIntegers(site, kind)
            ? ValueSetReader.ReadIntegers(site, CSharpName.Pascal(name), kind, registry)
            : scalar;
    }

    /// <summary>Reads a choice of shapes; null if the schema is none.</summary>
    private TypeRef? ReadUnion(SpecSchema site, string name)
    {
        var hasTell = site.Node["discriminator"]?.String("propertyName") is not null;

        // A choice beside properties is rarely a choice of types. Most often it says which members go together, as in
        //     properties: { email: …, phone: … }, oneOf: [{ required: [email] }, { required: [phone] }]
        // and the schema is one class. A discriminator settles the question: then the branches are types, whatever is beside them.
        if (hasTell || (!site.HasProperties && site.Count("allOf") == 0))
        {
            foreach (var keyword in (string[])["oneOf", "anyOf"])
            {
                if (Wrappers.Shapes(site, keyword) is { Count: > 0 } branches)
                {
                    return branches.Count == 1 ? Read(branches[0], name)
                        : Wrappers.KnownValues(branches) is { } known ? ReadKnownValues(site, known, name)
                        : EqualChoices.FirstOf(site, branches) is var first && first.Pointer != site.Pointer ? Read(first, name)
                        : new UnionReader(document, registry, this).Read(site, branches, name);
                }
            }
        }

        if (!hasTell)
        {
            return null;
        }

        if (DerivedSchemas(site) is { Count: > 0 } derived)
        {
            return new UnionReader(document, registry, this).Read(site, derived, name);
        }

        if (site.Node["discriminator"] is { } discriminator && discriminator["mapping"] is { Names.Count: > 0 })
        {
            document.Report(
                SpecRules.Unsupported,
                discriminator,
                site.Pointer + "/discriminator",
                "A mapping to schemas that neither extend the schema by 'allOf' nor are shapes of it by 'oneOf'",
                "every value is read as the class that the schema describes"
            );
        }

        return null;
    }

    /// <summary>Reads a choice between known values and any string. A set in place has the name of the choice.</summary>
    private TypeRef ReadKnownValues(SpecSchema site, SpecSchema known, string name) =>
        document.Target(known.Node) is null && IsValueSet(known)
            ? ValueSetReader.Read(site, known, CSharpName.Pascal(name), registry)
            : Read(known, name);

    /// <summary>Returns the components that extend a base with a discriminator.</summary>
    private List<SpecSchema> DerivedSchemas(SpecSchema site)
    {
        if (ComponentName(site.Pointer) is null || _inheritance.DerivedFrom(site.Pointer) is not { Count: > 0 } pointers)
        {
            return [];
        }

        if (pointers.Count > InheritanceIndex.MaxDerived)
        {
            document.Report(
                SpecRules.Unsupported,
                site.Node,
                site.Pointer,
                $"A choice of {pointers.Count} derived schemas",
                "it is treated as the class that the schema describes"
            );
            return [];
        }

        return pointers.ConvertAll(pointer => document.Schema(document.Root.Find(pointer)!, pointer));
    }

    /// <summary>Returns whether a value of the schema is an object with members of its own, directly or through its parts.</summary>
    private bool IsObject(SpecSchema site) => IsObject(document.Resolve(site), []);

    private bool IsObject(SpecSchema site, HashSet<string> seen) =>
        seen.Add(site.Pointer)
        && (
            site.HasProperties
            || site.Node["additionalProperties"] is { Kind: SpecNodeKind.Object }
            || Composites.SelectMany(site.Branches).Any(branch => IsObject(document.Resolve(branch), seen))
        );

    /// <summary>Returns the type of an object's undeclared members; null if the document does not mention or does not allow them.</summary>
    public TypeRef? AdditionalProperties(SpecSchema site, string name)
    {
        return site.Node["additionalProperties"] switch
        {
            { Kind: SpecNodeKind.Boolean, Text: "true" } => new TypeRef.Scalar(ScalarKind.Any),
            { Kind: SpecNodeKind.Object } => site.AdditionalProperties is { } schema
                ? ReadElement(schema, name + "Value")
                : new TypeRef.Scalar(ScalarKind.Any),
            _ => null,
        };
    }

    /// <summary>Returns whether null is a value of the schema, in any of the ways that documents express it.</summary>
    public bool IsNullable(SpecSchema site) => Wrappers.IsNullable(site);

    private TypeRef ReadItem(SpecSchema site, string name) =>
        site.Items is { } item ? ReadElement(item, name + "Item") : new TypeRef.Scalar(ScalarKind.Any);

    // An item that may be null makes a list of nullable items. "Any value" is excluded because JsonAny has null among its values: a
    // nullable one would have two ways to say null.
    private TypeRef ReadElement(SpecSchema site, string name)
    {
        var type = Read(site, name);
        return IsNullable(site) && type is not TypeRef.Scalar { Kind: ScalarKind.Any } ? new TypeRef.Nullable(type) : type;
    }

    // Null among the values is no value of the set; it makes the member nullable, which WrapperReader sees. A set that contains numbers
    // as well is none: with [1, "auto"] neither a string nor an integer can hold all values, so it is read like a schema without an enum.
    public static bool IsValueSet(SpecSchema site) =>
        site.Type is SchemaType.String or SchemaType.None or SchemaType.Null
        && (site.Node["x-extensible-enum"] ?? site.Node["enum"]) is { Items.Count: > 0 } values
        && values.Items.Any(static value => value.Kind == SpecNodeKind.String)
        && values.Items.All(static value => value.Kind is SpecNodeKind.String or SpecNodeKind.Null);

    /// <summary>Returns the name of the component at a pointer; null for a schema inside another.</summary>
    public static string? ComponentName(string pointer) =>
        pointer.StartsWith(SchemasFolder, StringComparison.Ordinal) && pointer.IndexOf('/', SchemasFolder.Length) < 0
            ? JsonPointer.Name(pointer)
            : null;
}
