using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Cli.Specs.Checking;

/// <summary>Reads a document as the generator and the simulator do.</summary>
internal sealed class OwnReading
{
    private const string Components = "/components/schemas/";

    private readonly SpecDocument _document;
    private readonly ReadFacts _facts = new();

    private OwnReading(SpecDocument document) => _document = document;

    public static ReadFacts Read(SpecDocument document)
    {
        var reading = new OwnReading(document);
        foreach (var operation in document.Paths.SelectMany(document.Operations))
        {
            reading.Add(operation);
        }

        foreach (var webhook in document.Webhooks)
        {
            reading._facts.Add($"webhook '{webhook.Template}'", ReadFacts.Webhook, webhook.Pointer);
        }

        foreach (var scheme in document.SecuritySchemes)
        {
            reading._facts.Add(
                $"security scheme '{scheme.Key}'",
                SchemeText.Of(scheme.Type, scheme.In, scheme.Name, scheme.Scheme),
                JsonPointer.Append("/components/securitySchemes", scheme.Key)
            );
        }

        foreach (var (name, schema) in SpecDocument.Objects(document.Root["components"]?["schemas"]))
        {
            SchemaFacts.Add(
                reading._facts,
                $"schema '{name}'",
                reading.Outline(document.Schema(schema, JsonPointer.Append("/components/schemas", name)))
            );
        }

        return reading._facts;
    }

    private void Add(SpecOperation operation)
    {
        var subject = $"{HttpVerb.Method(operation.Verb)} {operation.Path.Template}";
        _facts.Add(subject, HttpVerb.IsVerb(operation.Verb) ? ReadFacts.Operation : ReadFacts.AdditionalOperation, operation.Pointer);
        AddSecurity(operation, subject);
        var parameters = new Dictionary<ParameterKey, SpecParameter>();
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.Location is { } location)
            {
                // The parameters of the path come first, and those of the operation replace equal ones.
                parameters[new ParameterKey(location, parameter.Name)] = parameter;
            }
        }

        foreach (var parameter in parameters.Values)
        {
            var own = $"{subject}{ReadFacts.Inside}{parameter.In} parameter '{parameter.Name}'";
            _facts.Add(own, parameter.IsRequired ? ReadFacts.Required : ReadFacts.Optional, parameter.Pointer);
            if (parameter.Schema is { } schema)
            {
                SchemaFacts.Add(_facts, $"{own}{ReadFacts.Inside}schema", Outline(schema));
            }
        }

        if (operation.Body is { } body)
        {
            var own = $"{subject}{ReadFacts.Inside}body";
            _facts.Add(own, body.IsRequired ? ReadFacts.Required : ReadFacts.Optional, body.Pointer);
            AddContent(own, body.Content);
        }

        foreach (var response in operation.Responses)
        {
            var own = $"{subject}{ReadFacts.Inside}response {response.Status}";
            _facts.Add(own, "a response", JsonPointer.Append(JsonPointer.Append(operation.Pointer, "responses"), response.Status));
            AddContent(own, response.Content);
        }
    }

    private void AddSecurity(SpecOperation operation, string subject)
    {
        var own = operation.Node["security"];
        if ((own ?? _document.Root["security"]) is not { } security)
        {
            return;
        }

        var requirements = security.Items.Select(static requirement =>
            SchemeText.Requirement(requirement.Names.Select(name => (name, requirement.Strings(name))))
        );
        _facts.Add(
            $"{subject}{ReadFacts.Inside}security",
            SchemeText.Requirements(requirements),
            own is null ? "/security" : JsonPointer.Append(operation.Pointer, "security")
        );
    }

    private void AddContent(string subject, IEnumerable<SpecMedia> content)
    {
        foreach (var media in content)
        {
            var own = $"{subject}{ReadFacts.Inside}{media.Type}";
            _facts.Add(own, ReadFacts.Content, media.Pointer);
            if (media.Node["schema"] is not null)
            {
                SchemaFacts.Add(_facts, $"{own}{ReadFacts.Inside}schema", Outline(media.Schema));
            }
        }
    }

    private SchemaOutline Outline(SpecSchema schema)
    {
        if (_document.Target(schema.Node) is not null)
        {
            return new SchemaOutline(schema.Pointer) { Reference = NameOf(_document.Resolve(schema).Pointer) };
        }

        return new SchemaOutline(schema.Pointer)
        {
            Type = schema.Type == SchemaType.None ? "any" : schema.Type.ToString().ToLowerInvariant(),
            Properties = [.. schema.PropertyNames.Select(name => (name, Outline(schema.Property(name))))],
            Required = [.. schema.Node.Strings("required")],
            Items = schema.Items is { } items ? Outline(items) : null,
            AdditionalProperties = schema.AdditionalProperties is { } other ? Outline(other) : null,
            HasValues = schema.Node["enum"] is { Items.Count: > 0 },
            AllOf = [.. schema.Branches("allOf").Select(Outline)],
            OneOf = [.. schema.Branches("oneOf").Select(Outline)],
            AnyOf = [.. schema.Branches("anyOf").Select(Outline)],
        };
    }

    private static string NameOf(string pointer) =>
        pointer.StartsWith(Components, StringComparison.Ordinal) && pointer.IndexOf('/', Components.Length) < 0
            ? JsonPointer.Name(pointer)
            : SchemeText.NoComponent;
}
