using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Binding;

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

    /// <summary>Returns the methods that send the request, or get the response, in other forms.</summary>
    public List<OperationModel> Alternates(OperationSite site, OperationModel main, NameScope methodNames) =>
        [
            .. new AlternateReader(document, _result).Read(site, main, methodNames),
            .. new AlternateBodyReader(document, _content).Read(site, main, methodNames),
        ];

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
            Tag = site.FirstTag,
            Verb = HttpVerb.Method(site.Verb),
            Path = site.Path,
            PathParts = template,
            Summary = site.Own.String("summary") ?? site.Node.String("summary") ?? "",
            Description = site.Own.String("description") ?? site.Node.String("description") ?? "",
            DocumentationUrl = site.Node["externalDocs"]?.String("url"),
            IsDeprecated = site.Node.Boolean("deprecated") == true,
            IsIdempotent = XIdempotent.Read(site.Operation),
            IdempotencyKey = XIdempotencyKey.Read(document, site.Operation, site.Own),
            Server = ServerReader.Read(document, site.Operation),
            IsAnonymous = AuthenticationReader.IsAnonymous(site.Node),
            Parameters = parameters,
            OptionsName = parameters.Exists(static parameter => parameter is { IsRequired: false, Constant: null })
                ? registry.TakeName(name + "Options", "Parameters")
                : null,
            Body = body,
            Constants = site.Own == site.Node ? "" : SpecJson.Members(site.Own["body"]),
            Result = result,
            Scopes = security.Scopes(site),
            Security = authentication.Security(site.Node),
            RateLimit = XRateLimit.Read(document, site.Operation, parameters.ConvertAll(static parameter => parameter.Key)),
            Error = XError.Read(document, site.Operation),
            Paging = _paging.Read(site.Operation, result, body, parameters),
            Job = null,
        };
    }
}
