using KoreXo.Cli.Outcomes;
using NJsonSchema;
using NSwag;

namespace KoreXo.Cli.Specs.Checking;

/// <summary>Reads a document with NSwag.</summary>
internal sealed class NSwagReading
{
    private readonly OpenApiDocument _document;
    private readonly Dictionary<JsonSchema, string> _names;
    private readonly ReadFacts _facts = new();

    private NSwagReading(OpenApiDocument document)
    {
        _document = document;
        // NSwag replaces a reference with the object that it leads to. This map leads back, so that "$ref: '#/components/schemas/Pet'" is
        // a reference to Pet for both readers. A component that is itself a reference is the object of another one, hence DistinctBy.
        _names = document
            .Components.Schemas.Where(static item => item.Value.Reference is null)
            .DistinctBy(static item => item.Value)
            .ToDictionary(static item => item.Value, static item => item.Key);
    }

    /// <exception cref="CommandException">NSwag cannot read the document at all.</exception>
    public static async Task<ReadFacts> ReadAsync(string file, string json, CancellationToken cancellationToken)
    {
        OpenApiDocument document;
        try
        {
            document = await OpenApiDocument.FromJsonAsync(json, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Newtonsoft.Json.JsonException or NotSupportedException)
        {
            throw new CommandException($"{file} cannot be checked because NSwag does not read it: {exception.Message}", exception);
        }

        var reading = new NSwagReading(document);
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (verb, operation) in item)
            {
                reading.Add($"{verb.ToUpperInvariant()} {path}", operation);
            }
        }

        foreach (var (key, scheme) in document.Components.SecuritySchemes)
        {
            reading._facts.Add($"security scheme '{key}'", Scheme(scheme));
        }

        foreach (var (name, schema) in document.Components.Schemas)
        {
            SchemaFacts.Add(reading._facts, $"schema '{name}'", reading.Outline(schema));
        }

        return reading._facts;
    }

    private static string Scheme(OpenApiSecurityScheme scheme) =>
        SchemeText.Of(
            scheme.Type switch
            {
                OpenApiSecuritySchemeType.ApiKey => "apiKey",
                OpenApiSecuritySchemeType.OAuth2 => "oauth2",
                OpenApiSecuritySchemeType.OpenIdConnect => "openIdConnect",
                OpenApiSecuritySchemeType.Http or OpenApiSecuritySchemeType.Basic => "http",
                _ => scheme.Type.ToString(),
            },
            scheme.In == OpenApiSecurityApiKeyLocation.Undefined ? null : scheme.In.ToString().ToLowerInvariant(),
            scheme.Name,
            scheme.Type == OpenApiSecuritySchemeType.Basic ? "basic" : scheme.Scheme
        );

    private void Add(string subject, OpenApiOperation operation)
    {
        _facts.Add(subject, ReadFacts.Operation);
        // An empty list at an operation says that it needs no credential, and so is a fact. An empty list of the document says nothing:
        // NSwag has one even if the document has none.
        if ((operation.Security ?? _document.Security) is { } security && (operation.Security is not null || security.Count > 0))
        {
            _facts.Add(
                $"{subject}{ReadFacts.Inside}security",
                SchemeText.Requirements(
                    security.Select(static requirement => SchemeText.Requirement(requirement.Select(static part => (part.Key, part.Value))))
                )
            );
        }

        foreach (var parameter in operation.ActualParameters)
        {
            if (
                parameter.Kind
                is OpenApiParameterKind.Path
                    or OpenApiParameterKind.Query
                    or OpenApiParameterKind.Header
                    or OpenApiParameterKind.Cookie
            )
            {
                var own = $"{subject}{ReadFacts.Inside}{parameter.Kind.ToString().ToLowerInvariant()} parameter '{parameter.Name}'";
                _facts.Add(own, parameter.IsRequired ? ReadFacts.Required : ReadFacts.Optional);
                SchemaFacts.Add(_facts, $"{own}{ReadFacts.Inside}schema", Outline(parameter.Schema ?? parameter));
            }
        }

        if (operation.ActualRequestBody is { } body)
        {
            var own = $"{subject}{ReadFacts.Inside}body";
            _facts.Add(own, body.IsRequired ? ReadFacts.Required : ReadFacts.Optional);
            AddContent(own, body.Content);
        }

        foreach (var (status, response) in operation.ActualResponses)
        {
            var own = $"{subject}{ReadFacts.Inside}response {status}";
            _facts.Add(own, "a response");
            AddContent(own, response.Content);
        }
    }

    private void AddContent(string subject, IDictionary<string, OpenApiMediaType> content)
    {
        foreach (var (type, media) in content)
        {
            var own = $"{subject}{ReadFacts.Inside}{type}";
            _facts.Add(own, ReadFacts.Content);
            if (media.Schema is { } schema)
            {
                SchemaFacts.Add(_facts, $"{own}{ReadFacts.Inside}schema", Outline(schema));
            }
        }
    }

    private SchemaOutline Outline(JsonSchema schema)
    {
        if (schema.Reference is { } target)
        {
            return new SchemaOutline("") { Reference = _names.GetValueOrDefault(target, SchemeText.NoComponent) };
        }

        return new SchemaOutline("")
        {
            Type = Type(schema),
            Properties = [.. schema.Properties.Select(property => (property.Key, Outline(property.Value)))],
            Required = [.. schema.RequiredProperties],
            Items = schema.Item is { } items ? Outline(items) : null,
            AdditionalProperties = schema.AdditionalPropertiesSchema is { } other ? Outline(other) : null,
            HasValues = schema.Enumeration.Count > 0,
            AllOf = [.. schema.AllOf.Select(Outline)],
            OneOf = [.. schema.OneOf.Select(Outline)],
            AnyOf = [.. schema.AnyOf.Select(Outline)],
        };
    }

    private static string Type(JsonSchema schema) =>
        schema.Type == JsonObjectType.Null || (schema.Enumeration.Count > 0 && schema.Enumeration.All(static value => value is null))
            ? "null"
        : (schema.Type & ~JsonObjectType.Null) is var kept and not JsonObjectType.None ? kept.ToString().ToLowerInvariant()
        : "any";
}
