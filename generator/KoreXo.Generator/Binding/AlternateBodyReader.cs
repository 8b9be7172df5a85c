using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Reads further forms of a request body: a form with a file beside JSON, or a JSON Patch beside the changed value. The same members in
/// another notation, such as a form for what is JSON already, do not count.
/// </summary>
internal sealed class AlternateBodyReader(SpecDocument document, ContentReader contents)
{
    /// <summary>Returns a method for each further form.</summary>
    public IEnumerable<OperationModel> Read(OperationSite site, OperationModel main, NameScope methodNames)
    {
        if (site.Own != site.Node || site.Operation.Body is not { Node: not null, Content.Count: > 1 } body)
        {
            yield break;
        }

        var choices = contents.Choices(body.Content).ToList();
        var offered = new List<SpecMedia> { choices[0].Media };
        foreach (var (kind, media) in choices.Skip(1))
        {
            if (MediaForm.RequestWord(media.Type) is not { Length: > 0 } word || !IsAnotherForm(kind, media, choices[0].Kind, offered))
            {
                continue;
            }

            offered.Add(media);
            var name = methodNames.Take(main.Name + "From" + word, "Request");
            yield return main with
            {
                Name = name,
                Body = contents.Read(site, body, name, kind, media),
                Paging = null,
                Job = null,
            };
        }
    }

    private bool IsAnotherForm(BodyKind kind, SpecMedia media, BodyKind first, List<SpecMedia> offered)
    {
        if (MediaForm.IsNotation(media.Type) || offered.Exists(other => IsSame(media, other)))
        {
            return false;
        }

        var schema = document.Resolve(media.Schema);
        return kind switch
        {
            // One method for bytes, and one for strings, can send any of their media types.
            BodyKind.Binary => first != BodyKind.Binary && (contents.IsBytes(media.Schema) || !SchemaNormalizer.HasShape(schema.Node)),
            BodyKind.Text => first is not (BodyKind.Text or BodyKind.Binary)
                && (schema.Type == SchemaType.String || !SchemaNormalizer.HasShape(schema.Node)),
            _ => SchemaNormalizer.HasShape(schema.Node),
        };
    }

    // A form with the members of a JSON object says the same, unless one of them is a file in the form: only the form can carry it.
    private bool IsSame(SpecMedia media, SpecMedia other)
    {
        var (schema, known) = (document.Resolve(media.Schema), document.Resolve(other.Schema));
        return (schema.Node is not null && schema.Node == known.Node)
            || (
                schema.PropertyNames.Any()
                && contents.HasFile(media.Schema) == contents.HasFile(other.Schema)
                && new HashSet<string>(schema.PropertyNames, StringComparer.Ordinal).SetEquals(known.PropertyNames)
            );
    }
}
