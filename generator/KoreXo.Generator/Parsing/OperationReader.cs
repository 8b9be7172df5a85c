using KoreXo.Generator.Diagnostics;
using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.Generator.Reading;
using NSwag;

namespace KoreXo.Generator.Parsing;

/// <summary>One verb on one path.</summary>
internal sealed class OperationReader(SpecDocument document, TypeRegistry registry, SchemaReader schemas, SecurityReader security)
{
    private readonly ParameterReader _parameters = new(document, schemas);
    private readonly ContentReader _content = new(document, schemas);
    private readonly PagingReader _paging = new(document, registry);

    /// <summary>Reads an operation; null where a part of it is not supported, which has been reported.</summary>
    public OperationModel? Read(OperationSite site, NameScope methodNames)
    {
        var name = methodNames.Take(CSharpName.Pascal(site.Id), "Operation");
        var parameters = _parameters.Read(site.Operation, site.Node, site.PathNode, site.Pointer, site.PathPointer, name);
        if (ReadPath(site, parameters) is not { } path
            || !_content.TryReadBody(site, name, out var body)
            || !_content.TryReadResult(site.Operation, site.Node, site.Pointer, name, out var result, out var isText, out var resultDescription))
        {
            return null;
        }

        return new OperationModel
        {
            Id = site.Id,
            Name = name,
            Verb = site.Verb.ToUpperInvariant(),
            Path = site.Path,
            PathParts = path,
            Summary = site.Own.String("summary") ?? site.Node.String("summary") ?? "",
            Description = site.Own.String("description") ?? site.Node.String("description") ?? "",
            DocumentationUrl = site.Node["externalDocs"]?.String("url"),
            IsDeprecated = site.Operation.IsDeprecated,
            IsIdempotent = site.Node.Boolean("x-idempotent") ?? site.Verb is "get" or "head" or "options" or "trace",
            IsAnonymous = SecurityReader.IsAnonymous(site.Node),
            Parameters = parameters,
            OptionsName = parameters.Exists(static parameter => !parameter.IsRequired) ? registry.TakeName(name + "Options", "Parameters") : null,
            Body = body,
            Constants = site.Own == site.Node ? "" : SpecJson.Members(site.Own["body"]),
            Result = result,
            IsText = isText,
            ResultDescription = resultDescription,
            Scopes = security.Scopes(site.Own["x-scopes"] is null ? site.Node : site.Own, site.Pointer),
            RateLimit = ExtensionReader.RateLimit(document, site.Node, site.Pointer, parameters),
            Error = ExtensionReader.Error(document, site.Node, site.Pointer),
            Paging = _paging.Read(site.Node, site.Pointer, result, body, parameters),
            Job = null,
        };
    }

    /// <summary>Splits the path template; null where it names a parameter that is not described.</summary>
    private EquatableArray<PathPart>? ReadPath(OperationSite site, List<ParameterModel> parameters)
    {
        var parts = new List<PathPart>();
        var rest = site.Path;
        while (rest.Length > 0)
        {
            var open = rest.IndexOf('{');
            var close = open < 0 ? -1 : rest.IndexOf('}', open);
            if (close < 0)
            {
                parts.Add(new PathPart(rest, IsParameter: false));
                break;
            }

            if (open > 0)
            {
                parts.Add(new PathPart(rest.Substring(0, open), IsParameter: false));
            }

            var name = rest.Substring(open + 1, close - open - 1);
            if (!parameters.Exists(parameter => parameter.Key == new ParameterKey(ParameterLocation.Path, name)))
            {
                document.Report(SpecRules.PathMismatch, site.Node, site.Pointer, $"The path '{site.Path}' has '{{{name}}}', but no path parameter '{name}' is described; add it");
                return null;
            }

            parts.Add(new PathPart(name, IsParameter: true));
            rest = rest.Substring(close + 1);
        }

        return parts;
    }
}
