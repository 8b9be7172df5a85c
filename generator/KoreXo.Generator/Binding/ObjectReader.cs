using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>Reads schemas with members. The parts of an <c>allOf</c> are flattened into one class.</summary>
internal sealed class ObjectReader(SpecDocument document, TypeRegistry registry, SchemaReader schemas)
{
    /// <summary>Returns the names that a class and its members use.</summary>
    public static NameScope NamesOf(ObjectModel model) =>
        ReservedNames.InModel(model.Name, model.Properties.Select(static property => property.Name));

    /// <summary>The number of <c>allOf</c> levels that are followed, since the stack is limited.</summary>
    private const int MaxDepth = 100;

    private readonly FilePartReader _files = new(document, schemas);

    public TypeRef Read(SpecSchema site, string name) => Read(site, name, site.Pointer, parts: null, OwnMembers.None);

    /// <param name="site">The schema.</param>
    /// <param name="name">The preferred name of the class.</param>
    /// <param name="key">The key by which the class is found when the schema is used again.</param>
    /// <param name="parts">How the parts of a multipart form are written; null for an object.</param>
    /// <param name="own">The members that the client sets.</param>
    public TypeRef Read(SpecSchema site, string name, string key, PartEncodingReader? parts, OwnMembers own)
    {
        var type = registry.Declare(
            key,
            name,
            NamedKind.Object,
            parts is not null ? "Form"
                : own.Any ? "Request"
                : "Model",
            ["ExtensionData", "AdditionalProperties"]
        );
        schemas.Later(() => Define(site, type, parts, own));
        return type;
    }

    // A class is the sum of what all parts of the schema say, and the parts differ in what their word is worth:
    //     Cat: { allOf: [{ $ref: Pet }], properties: { name: … }, anyOf: [{ properties: { indoor: … }, required: [indoor] }, …] }
    // Pet and the schema itself apply to every Cat: they are sure. Bases come first, so that the members keep their order from class
    // to class, and what the schema says replaces what a base says of the same member. A branch of the choice applies to some Cats.
    // Its members are in the class too, or there would be no way to send them, but its 'required' is ignored, and it replaces
    // nothing.
    private void Define(SpecSchema site, TypeRef.Named type, PartEncodingReader? parts, OwnMembers own)
    {
        var names = ReservedNames.InModel(type.Name, []);
        var required = new HashSet<string>(StringComparer.Ordinal);
        var members = new Dictionary<string, (SpecSchema Site, string Owner)>(StringComparer.Ordinal);
        var order = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        TypeRef? rest = null;
        Collect(site, isSure: true);
        parts?.ReportOthers(order);

        registry.Define(
            new ObjectModel
            {
                Name = type.Name,
                Description = Description(site),
                IsDeprecated = site.Node.Boolean("deprecated") == true,
                Properties = order
                    .FindAll(wireName => !own.LeftOut.Contains(wireName, StringComparer.Ordinal))
                    .ConvertAll(wireName => ReadProperty(wireName, members[wireName], required.Contains(wireName), own, parts, names)),
                AdditionalProperties = rest,
                IsSent = false,
                IsForm = parts is not null,
            }
        );

        void Collect(SpecSchema part, bool isSure)
        {
            part = document.Resolve(part);

            // 'open' holds the parts on the way from the class to here, 'seen' every part that was visited. A part that is open contains
            // itself, which is an error in the document; one that was merely seen is a base that two branches share, which is not.
            if (isSure && (open.Contains(part.Pointer) || open.Count > MaxDepth))
            {
                ReportCycle(part);
            }

            if (open.Count > MaxDepth || !seen.Add(part.Pointer))
            {
                return;
            }

            open.Add(part.Pointer);
            foreach (var branch in part.Branches("allOf"))
            {
                Collect(branch, isSure);
            }

            required.UnionWith(isSure ? part.Node.Strings("required") : []);

            // What a base calls its own must not depend on which schema derived from it is read first.
            var owner =
                part.Pointer != site.Pointer && SchemaReader.ComponentName(part.Pointer) is { } component
                    ? CSharpName.Pascal(component)
                    : type.Name;
            foreach (var wireName in part.PropertyNames)
            {
                if (!members.ContainsKey(wireName))
                {
                    order.Add(wireName);
                }
                else if (!isSure)
                {
                    continue;
                }

                members[wireName] = (part.Property(wireName), owner);
            }

            // Members of a part that is one of several may be there.
            foreach (var branch in IsBase(part) ? [] : ((string[])["oneOf", "anyOf"]).SelectMany(part.Branches))
            {
                Collect(branch, isSure: false);
            }

            open.Remove(part.Pointer);
            rest = schemas.AdditionalProperties(part, owner) ?? rest;
        }
    }

    private void ReportCycle(SpecSchema part) =>
        document.Report(
            SpecRules.Unsupported,
            part.Node,
            part.Pointer,
            "An allOf that contains itself",
            "its members beyond that are left out"
        );

    /// <summary>Returns whether the schema is a base whose shapes extend it rather than being parts of it.</summary>
    private static bool IsBase(SpecSchema part) => part.Node["discriminator"] is not null;

    private PropertyModel ReadProperty(
        string wireName,
        (SpecSchema Site, string Owner) member,
        bool isRequired,
        OwnMembers own,
        PartEncodingReader? parts,
        NameScope names
    )
    {
        var (site, owner) = member;
        var codeName = XName.Read(document, site.Node, site.Pointer, wireName);
        var name = names.Take(CSharpName.Pascal(codeName), "Value");
        var encoding = parts?.Read(wireName);
        var isNullable = schemas.IsNullable(site);
        var isSentByPager = own.Pager.Contains(wireName, StringComparer.Ordinal);

        // "type: { type: string, enum: [slack] }" in a required member says nothing that a caller could choose: a set with one value would
        // be a type that nobody uses. A named one is a type of the document, and an optional member is a choice, whether to send it.
        var only = parts is null && isRequired && !isNullable ? SingleValue.OfUnnamed(document.Resolve(site)) : null;
        var type = only is not null
            ? new TypeRef.Scalar(ScalarKind.String)
            : (parts is null ? null : parts.Type(site, encoding) ?? _files.Read(site)) ?? schemas.Read(site, owner + name);
        var target = schemas.Wrappers.Unwrap(site).Node;
        var isReadOnly = site.Node.Boolean("readOnly") == true || document.Resolve(site).Node.Boolean("readOnly") == true;
        return new PropertyModel
        {
            WireName = wireName,
            CodeName = codeName,
            Name = name,
            Type = type,
            IsRequired = isRequired,
            IsNullable = isNullable,
            IsGivenByServer = isSentByPager || isReadOnly || (site.Node["default"] ?? target["default"]) is not null,
            IsReadOnly = isReadOnly,
            IsSentByPager = isSentByPager,
            IsSensitive = XSensitive.IsSet(site.Node) || XSensitive.IsSet(target),
            IsDeprecated = site.Node.Boolean("deprecated") == true,

            // A required member with one value is sent without asking. An optional one with one value is a choice: to send it or not.
            Constant = only ?? (isRequired && !isNullable ? OnlyValue(site, type) : null),
            Description = Description(site),
            Encoding = encoding,
        };
    }

    private string? OnlyValue(SpecSchema site, TypeRef type) => SingleValue.Of(document.Resolve(site), type);

    private string Description(SpecSchema site) =>
        site.Node.String("description") ?? document.Resolve(site).Node.String("description") ?? site.Node.String("title") ?? "";
}
