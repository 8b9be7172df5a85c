using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.Generator.Reading;
using NSwag;

namespace KoreXo.Generator.Parsing;

/// <summary>The parameters of an operation: those of its path, then its own, which win over equal ones.</summary>
internal sealed class ParameterReader(SpecDocument document, SchemaReader schemas)
{
    public List<ParameterModel> Read(OpenApiOperation operation, SpecNode node, SpecNode pathNode, string pointer, string pathPointer, string ownerName)
    {
        var sites = Sites(operation.Parent.Parameters, pathNode, pathPointer).Concat(Sites(operation.Parameters, node, pointer))
            .Where(static site => site.Parameter.Kind is not (OpenApiParameterKind.Body or OpenApiParameterKind.FormData) && !IsReserved(site.Parameter));
        var byKey = new Dictionary<ParameterKey, (OpenApiParameter Parameter, SpecNode Node, string Pointer)>();
        var order = new List<ParameterKey>();
        foreach (var site in sites)
        {
            var key = new ParameterKey(Location(site.Parameter.Kind), site.Parameter.Name);
            if (!byKey.ContainsKey(key))
            {
                order.Add(key);
            }

            byKey[key] = site;
        }

        var arguments = new NameScope("request", "options", "call", "cancellationToken", "address", "headers", "form", "part");
        var properties = new NameScope(ownerName + "Options", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals");
        return order.ConvertAll(key => Read(key, byKey[key], ownerName, arguments, properties));
    }

    private ParameterModel Read(
        ParameterKey key, (OpenApiParameter Parameter, SpecNode Node, string Pointer) site, string ownerName, NameScope arguments, NameScope properties)
    {
        var mustBeSent = site.Parameter.IsRequired || key.In == ParameterLocation.Path;
        var defaultValue = mustBeSent ? (site.Node["schema"]?["default"] ?? site.Node["default"])?.Text : null;
        var isRequired = mustBeSent && defaultValue is null;
        return new ParameterModel
        {
            Key = key,
            Name = CSharpName.EscapeKeyword(arguments.Take(CSharpName.Camel(key.Name).TrimStart('@'), "Value")),
            PropertyName = isRequired ? CSharpName.Pascal(key.Name) : properties.Take(CSharpName.Pascal(key.Name), "Value"),
            Type = Type(site, key, ownerName),
            IsRequired = isRequired,
            Default = defaultValue,
            IsSensitive = site.Node.Boolean("x-sensitive") == true,
            Separator = Separator(site.Node, key),
            Description = site.Node.String("description") ?? "",
        };
    }

    private TypeRef Type((OpenApiParameter Parameter, SpecNode Node, string Pointer) site, ParameterKey key, string ownerName)
    {
        var name = ownerName + CSharpName.Pascal(key.Name);
        var type = site.Node["schema"] is { } schema && site.Parameter.Schema is not null
            ? schemas.Read(new SchemaSite(site.Parameter.Schema, schema, JsonPointer.Append(site.Pointer, "schema")), name)
            : schemas.Read(new SchemaSite(site.Parameter, site.Node, site.Pointer), name);
        var item = type is TypeRef.List list ? list.Item : type;
        if (item is TypeRef.Scalar { Kind: not (ScalarKind.Any or ScalarKind.File or ScalarKind.Bytes) } or TypeRef.Named { Kind: NamedKind.ValueSet })
        {
            return type;
        }

        document.Report(SpecRules.Unsupported, site.Node, site.Pointer, $"The shape of the parameter '{key.Name}'", "it is taken as a text to be sent as it is");
        return new TypeRef.Scalar(ScalarKind.String);
    }

    private static string? Separator(SpecNode node, ParameterKey key) => (node.String("style") ?? node.String("collectionFormat")) switch
    {
        "spaceDelimited" or "ssv" => " ",
        "pipeDelimited" or "pipes" => "|",
        "tsv" => "\t",
        "csv" => ",",
        "multi" => null,
        _ when key.In == ParameterLocation.Query && node.Boolean("explode") != false => null,
        _ => ",",
    };

    private IEnumerable<(OpenApiParameter Parameter, SpecNode Node, string Pointer)> Sites(IEnumerable<OpenApiParameter> parameters, SpecNode owner, string pointer)
    {
        var index = 0;
        foreach (var parameter in parameters)
        {
            var (node, at) = document.Find(JsonPointer.Append(JsonPointer.Append(pointer, "parameters"), index++));
            if (node is not null && !document.IsBroken(node))
            {
                yield return (parameter.ActualParameter, node, at);
            }
        }
    }

    /// <summary>True for headers that OpenAPI says to ignore, because other parts of the document tell them.</summary>
    private static bool IsReserved(OpenApiParameter parameter) =>
        parameter.Kind == OpenApiParameterKind.Header && parameter.Name.ToUpperInvariant() is ("ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION");

    private static ParameterLocation Location(OpenApiParameterKind kind) => kind switch
    {
        OpenApiParameterKind.Path => ParameterLocation.Path,
        OpenApiParameterKind.Header => ParameterLocation.Header,
        OpenApiParameterKind.Cookie => ParameterLocation.Cookie,
        _ => ParameterLocation.Query,
    };
}
