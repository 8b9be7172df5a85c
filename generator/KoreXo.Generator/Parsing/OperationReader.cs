using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Parsing;

/// <summary>One verb on one path.</summary>
internal sealed class OperationReader(
    SpecDocument document,
    TypeRegistry registry,
    SchemaReader schemas,
    SecurityReader security,
    AuthenticationReader authentication
)
{
    private readonly ParameterReader _parameters = new(document, schemas, authentication);
    private readonly ContentReader _content = new(document, schemas);
    private readonly ResultReader _result = new(
        schemas,
        new ContentReader(document, schemas),
        new StreamReader(document, schemas),
        new StatusReader(registry)
    );
    private readonly PagingReader _paging = new(document, registry);

    /// <summary>The methods that ask for the response in other forms.</summary>
    public List<OperationModel> Alternates(OperationSite site, OperationModel main, NameScope methodNames) =>
        new AlternateReader(document, _result).Read(site, main, methodNames);

    public OperationModel Read(OperationSite site, NameScope methodNames)
    {
        var name = methodNames.Take(CSharpName.Pascal(site.Id), "Operation");
        var template = PathTemplate.Read(site.Path);
        var parameters = _parameters.Read(site, template, name);
        var body = _content.Read(site, name);
        var result = _result.Read(site, name);
        return new OperationModel
        {
            Id = site.Id,
            Name = name,
            Verb = HttpVerb.Method(site.Verb),
            Path = site.Path,
            PathParts = template,
            Summary = site.Own.String("summary") ?? site.Node.String("summary") ?? "",
            Description = site.Own.String("description") ?? site.Node.String("description") ?? "",
            DocumentationUrl = site.Node["externalDocs"]?.String("url"),
            IsDeprecated = site.Node.Boolean("deprecated") == true,
            IsIdempotent = site.Node.Boolean("x-idempotent") ?? HttpVerb.IsSafe(site.Verb),
            IdempotencyKey = IdempotencyReader.Read(document, site),
            Server = ServerReader.Read(document, site.Operation),
            IsAnonymous = AuthenticationReader.IsAnonymous(site.Node),
            Parameters = parameters,
            OptionsName = parameters.Exists(static parameter => parameter is { IsRequired: false, Constant: null })
                ? registry.TakeName(name + "Options", "Parameters")
                : null,
            Body = body,
            Constants = site.Own == site.Node ? "" : SpecJson.Members(site.Own["body"]),
            Result = result,
            Scopes = security.Scopes(site.Own["x-scopes"] is null ? site.Node : site.Own, site.Pointer),
            Security = authentication.Security(site.Node),
            RateLimit = ExtensionReader.RateLimit(document, site.Node, site.Pointer, parameters),
            Error = ExtensionReader.Error(document, site.Node, site.Pointer),
            Paging = _paging.Read(site.Node, site.Pointer, result.Content, body, parameters),
            Job = null,
        };
    }
}
