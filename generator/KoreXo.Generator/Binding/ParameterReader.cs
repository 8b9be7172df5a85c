using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Reading;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

/// <summary>Reads the parameters of an operation: those of its path, then its own, which take precedence over equal ones.</summary>
internal sealed class ParameterReader(SpecDocument document, SchemaReader schemas, AuthenticationReader authentication)
{
    public List<ParameterModel> Read(OperationSite operation, EquatableArray<PathPart> path, string ownerName)
    {
        var sites = operation.Operation.Parameters.Where(site =>
            IsNamed(site) && !IsReserved(operation, site) && IsInPath(operation, site, path)
        );
        var byKey = new Dictionary<ParameterKey, SpecParameter>();
        var order = new List<ParameterKey>();
        foreach (var site in sites)
        {
            var key = Identity(Key(site));
            if (!byKey.ContainsKey(key))
            {
                order.Add(key);
            }

            byKey[key] = site;
        }

        AddUndescribed(operation, path, byKey, order);
        var arguments = ReservedNames.InMethod();
        var properties = ReservedNames.InOptions(ownerName + "Options");
        return order.ConvertAll(key => Read(Key(byKey[key]), byKey[key], ownerName, arguments, properties));
    }

    private static ParameterKey Key(SpecParameter site) => new(site.Location ?? ParameterLocation.Query, site.Name);

    /// <summary>Returns the identity of a parameter; header names are case-insensitive.</summary>
    private static ParameterKey Identity(ParameterKey key) =>
        key.In == ParameterLocation.Header ? key with { Name = key.Name.ToUpperInvariant() } : key;

    /// <summary>Returns the style of a parameter; null if its location does not allow that style, which is reported elsewhere.</summary>
    private static string? Style(SpecParameter site) =>
        site.Node.String("style") is { } style && (ParameterWords.Styles(site.In) is not { } styles || Array.IndexOf(styles, style) >= 0)
            ? style
            : null;

    private ParameterModel Read(ParameterKey key, SpecParameter site, string ownerName, NameScope arguments, NameScope properties)
    {
        // Three forms of "required": with one possible value the parameter is sent and nobody sees it ("api-version: { enum: [v2] }");
        // with a default the caller may omit it, and the default is sent, since the server insists on the parameter; otherwise it is an
        // argument of the method.
        var mustBeSent = site.IsRequired || key.In == ParameterLocation.Path;
        if (mustBeSent && site.MediaType is null && OnlyValue(site) is { } constant)
        {
            return Constant(key, site, constant);
        }

        var name = XName.Read(document, site.Node, site.Pointer, key.Name);
        var type = Type(site, name, key, ownerName, out var spread);
        var defaultValue = mustBeSent && spread is null && type is not TypeRef.List ? Default(site, type) : null;
        var isRequired = mustBeSent && defaultValue is null;
        return new ParameterModel
        {
            Key = key,
            CodeName = name,
            Name = CSharpName.EscapeKeyword(arguments.Take(CSharpName.Camel(name).TrimStart('@'), "Value")),
            PropertyName = isRequired ? CSharpName.Pascal(name) : properties.Take(CSharpName.Pascal(name), "Value"),
            Type = type,
            IsRequired = isRequired,
            Default = defaultValue,
            IsSensitive = XSensitive.IsSet(site),
            Separator = Separator(site, key, spread),
            Spread = spread,
            Prefix = Prefix(site, key, spread),
            Description = site.Node.String("description") ?? SchemaDescription(site) ?? "",
            AllowsReserved = AllowsReserved(site, key, spread),
            IsWholeQuery = site.IsWholeQuery && spread != SpreadStyle.Exploded,
        };
    }

    /// <summary>Creates a parameter with only one possible value, which is sent without being asked for.</summary>
    private static ParameterModel Constant(ParameterKey key, SpecParameter site, string value) =>
        new()
        {
            Key = key,
            CodeName = key.Name,
            Name = "",
            PropertyName = "",
            Type = new TypeRef.Scalar(ScalarKind.String),
            IsRequired = false,
            Default = null,
            IsSensitive = XSensitive.IsSet(site),
            Separator = null,
            Spread = null,
            Prefix = Prefix(site, key, spread: null),
            Description = "",
            Constant = value,
        };

    private string? OnlyValue(SpecParameter site) =>
        site.Schema is { } schema
        && schemas.Wrappers.Unwrap(schema)
            is { Type: SchemaType.String or SchemaType.Integer or SchemaType.Number or SchemaType.Boolean } only
        && only.Node["enum"] is { Items: [{ Kind: not (SpecNodeKind.Null or SpecNodeKind.Object or SpecNodeKind.Array) } value] }
        && value.Text.Length > 0
            ? value.Text
            : null;

    private static string Prefix(SpecParameter site, ParameterKey key, SpreadStyle? spread) =>
        key.In != ParameterLocation.Path
            ? ""
            : site.Node.String("style") switch
            {
                "label" => ".",
                "matrix" when spread == SpreadStyle.Exploded => ";", // the members have names of their own
                "matrix" => $";{Uri.EscapeDataString(key.Name)}=",
                _ => "",
            };

    private bool AllowsReserved(SpecParameter site, ParameterKey key, SpreadStyle? spread)
    {
        if (site.Node.Boolean("allowReserved") != true)
        {
            return false;
        }

        if (key.In == ParameterLocation.Query && spread is null)
        {
            return true;
        }

        document.Report(
            SpecRules.Unsupported,
            site.Node,
            site.Pointer,
            $"'allowReserved' of '{key.Name}', which is not in the query or has parts,",
            "reserved characters are escaped"
        );
        return false;
    }

    /// <summary>Returns the description of the schema: documents that share parameters often describe that instead.</summary>
    private string? SchemaDescription(SpecParameter site) =>
        site.Schema is { } schema ? schema.Node.String("description") ?? schemas.Wrappers.Unwrap(schema).Node.String("description") : null;

    // A path without the value of a parameter is another path.
    private string? Default(SpecParameter site, TypeRef type) =>
        (
            site.Node["schema"]?["default"]
            ?? site.Node["default"]
            ?? (site.Schema is { } schema ? schemas.Wrappers.Unwrap(schema).Node["default"] : null)
        )
            is { Kind: SpecNodeKind.String or SpecNodeKind.Number or SpecNodeKind.Boolean } value
        && !(value.Text.Length == 0 && site.In == "path")
            ? type is TypeRef.Scalar { Kind: ScalarKind.String } or TypeRef.Named { Kind: NamedKind.ValueSet }
                ? value.Written
                : value.Text
            : null;

    private TypeRef Type(SpecParameter site, string name, ParameterKey key, string ownerName, out SpreadStyle? spread)
    {
        spread = null;
        var text = new TypeRef.Scalar(ScalarKind.String);
        if (site.Schema is not { } schema || !SchemaNormalizer.HasShape(schema.Node))
        {
            return text;
        }

        var mediaType = site.MediaType;
        var isForm = site.IsWholeQuery && mediaType is not null && MediaType.Bare(mediaType) == "application/x-www-form-urlencoded";
        if (mediaType is not null && !isForm && !MediaType.IsJson(mediaType))
        {
            return text;
        }

        var type = schemas.Read(schema, ownerName + CSharpName.Pascal(name));
        if (isForm && type is TypeRef.Named { Kind: NamedKind.Object or NamedKind.Union } or TypeRef.Map)
        {
            // The fields of a form are written as those of a query.
            spread = SpreadStyle.Exploded;
            return type;
        }
        if (mediaType is null && type is TypeRef.Scalar { Kind: ScalarKind.Any })
        {
            return text;
        }

        if (mediaType is null && type is TypeRef.List { Item: TypeRef.Nullable { Inner: var present } })
        {
            // A list that is not JSON has no way to say null.
            type = new TypeRef.List(present);
        }

        var item = type is TypeRef.List list ? list.Item : type;
        var isText =
            item
            is TypeRef.Scalar { Kind: not (ScalarKind.Any or ScalarKind.Bytes or ScalarKind.Base64Url) }
                or TypeRef.Named { Kind: NamedKind.ValueSet or NamedKind.IntegerSet };
        if (mediaType is not null)
        {
            spread = SpreadStyle.Json;
        }
        else if (!isText || (type is TypeRef.List && Style(site) == "deepObject"))
        {
            var explodes = site.Node.Boolean("explode") ?? key.In is ParameterLocation.Query or ParameterLocation.Cookie;
            spread = SpreadReader.Read(Style(site), explodes);
        }

        return type;
    }

    // For [1, 2]: "?id=1&id=2" (null: no separator) is what OpenAPI 3 does in a query unless 'explode' is false, and what Swagger 2.0
    // calls "multi". In a path and in a header there is one value, "1,2" by default; matrix repeats the name in a path, ";id=1;id=2",
    // which is a separator that contains the name. The members of an object have their own names: ";x=1;y=2".
    private static string? Separator(SpecParameter site, ParameterKey key, SpreadStyle? spread)
    {
        var explode = site.Node.Boolean("explode");
        return (site.Node.String("collectionFormat") ?? Style(site)) switch
        {
            "spaceDelimited" or "ssv" when explode != true => " ",
            "pipeDelimited" or "pipes" when explode != true => "|",
            "label" when explode == true => ".",
            "matrix" when spread == SpreadStyle.Exploded => ";",
            "matrix" when explode == true => $";{Uri.EscapeDataString(key.Name)}=",
            "tsv" => "\t",
            "csv" => ",",
            "multi" when key.In == ParameterLocation.Query => null,
            _ when key.In == ParameterLocation.Query && explode != false => null,
            _ => ",",
        };
    }

    private bool IsNamed(SpecParameter site)
    {
        if (site is { Name.Length: > 0, In: not null })
        {
            return true;
        }

        if (site.Node.String("in") is "body" or "formData")
        {
            // Reported as a word of Swagger 2.0.
            return false;
        }

        document.Report(
            SpecRules.Unsupported,
            site.Node,
            site.Pointer,
            "A parameter without a 'name', or 'in' another place than path, query, querystring, header and cookie,",
            "it is left out"
        );
        return false;
    }

    /// <summary>
    /// Returns whether the path has the parameter; otherwise callers would have to provide it, and it would never be sent.
    /// </summary>
    private bool IsInPath(OperationSite operation, SpecParameter site, EquatableArray<PathPart> path)
    {
        if (site.In != "path" || path.Any(part => part.IsParameter && part.Text == site.Name))
        {
            return true;
        }

        document.Report(
            SpecRules.PathMismatch,
            site.Node,
            site.Pointer,
            operation.Path,
            $"it does not contain the parameter '{site.Name}', which is left out"
        );
        return false;
    }

    /// <summary>Adds parameters of the path that the document does not describe, as strings.</summary>
    private void AddUndescribed(
        OperationSite operation,
        EquatableArray<PathPart> path,
        Dictionary<ParameterKey, SpecParameter> byKey,
        List<ParameterKey> order
    )
    {
        foreach (var name in path.Where(static part => part.IsParameter).Select(static part => part.Text))
        {
            var key = new ParameterKey(ParameterLocation.Path, name);
            if (!byKey.ContainsKey(key))
            {
                document.Report(
                    SpecRules.PathMismatch,
                    operation.Node,
                    operation.Pointer,
                    operation.Path,
                    $"no path parameter '{name}' is described for its '{{{name}}}', which is treated as a string"
                );
                byKey.Add(
                    key,
                    new SpecParameter(document, operation.Node.NewObject(), operation.Pointer)
                    {
                        Name = name,
                        In = "path",
                        IsRequired = true,
                    }
                );
                order.Add(key);
            }
        }
    }

    /// <summary>
    /// Returns whether the method leaves a parameter out: it carries the credential, or is a header that the document specifies elsewhere
    /// or that follows from the body.
    /// </summary>
    private bool IsReserved(OperationSite operation, SpecParameter parameter) =>
        (parameter.In == "header" && parameter.Name.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "CONTENT-LENGTH" or "AUTHORIZATION")
        || (parameter.Location is { } location && authentication.IsOfCredential(operation.Node, location, parameter.Name));
}
