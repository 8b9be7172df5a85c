using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Upgrade;

namespace KoreXo.Generator.Binding;

/// <summary>
/// Reads further forms of a response: a stream, a file or a table beside JSON. Another notation of the same value, such as XML with the
/// same schema, does not count.
/// </summary>
internal sealed class AlternateReader(SpecDocument document, ResultReader results)
{
    /// <summary>Returns a method for each further form.</summary>
    public List<OperationModel> Read(OperationSite site, OperationModel main, NameScope methodNames)
    {
        var alternates = new List<OperationModel>();
        if (ResultReader.Success(site) is not { Content.Count: > 1 } response || main.Result.Type is null)
        {
            return alternates;
        }

        var json = response.Content.FindIndex(media => MediaType.IsJson(media.Type));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < response.Content.Count; i++)
        {
            var media = response.Content[i];
            var word = MediaForm.Word(media.Type);
            if (
                i == json
                || word.Length == 0
                || !IsAnotherForm(media, json < 0 ? null : response.Content[json], main.Result)
                || !seen.Add(word)
            )
            {
                continue;
            }

            var name = methodNames.Take(main.Name + "As" + word, "Response");
            alternates.Add(
                main with
                {
                    Name = name,
                    Result = results.ReadForm(media, name, ResultModel.None with { Description = main.Result.Description }),
                    Paging = null,
                    Job = null,
                }
            );
        }

        return alternates;
    }

    // A report that is available as JSON and as CSV has two methods, because its two forms have two types: Report, and a string. The same
    // pet as JSON and as XML has one: XML is a second notation for what the first method returns already, recognized by the schema that
    // both refer to, or by the lack of one beside a media type of that kind.
    private bool IsAnotherForm(SpecMedia media, SpecMedia? json, ResultModel main)
    {
        if (MediaType.Stream(media.Type) is not null)
        {
            return main.Stream is null;
        }

        if (json is not { } first)
        {
            // Texts and files of any type are read by the one method already, unless it is for something else.
            return main.Stream is not null || MediaType.IsText(media.Type) != main.IsText;
        }

        if (MediaType.IsJson(media.Type))
        {
            return media.Type.IndexOf('*') < 0
                && SchemaNormalizer.HasShape(media.Schema.Node)
                && document.Resolve(media.Schema).Pointer != document.Resolve(first.Schema).Pointer
                && document.Resolve(media.Schema).Node != document.Resolve(first.Schema).Node;
        }

        var target = document.Resolve(media.Schema);
        var isText = MediaType.IsText(media.Type);
        return !(isText && main.IsText)
            && target.Node != document.Resolve(first.Schema).Node
            && (target.Type == SchemaType.String || (!SchemaNormalizer.HasShape(target.Node) && !MediaForm.IsNotation(media.Type)));
    }
}
