using System.Text;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace KoreXo.Simulator.Requests;

/// <summary>Reads a multipart body and validates its parts against the schema.</summary>
internal static class MultipartBodyReader
{
    /// <summary>What fits into the buffer of the reader; the standard has at most 70 characters.</summary>
    private const int LongestBoundary = 4000;

    /// <exception cref="RefusalException">The body is malformed, a part is repeated, or the schema is violated.</exception>
    public static async Task<MultipartForm> ReadAsync(
        JsonSchema schema,
        MediaTypeHeaderValue type,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary);
        if (!boundary.HasValue || boundary.Length == 0)
        {
            throw RefusalException.BadRequest("The content type has no boundary.");
        }

        if (boundary.Length > LongestBoundary)
        {
            throw RefusalException.BadRequest("The boundary of the body is too long.");
        }

        var form = new MultipartForm();
        try
        {
            var reader = new MultipartReader(boundary.ToString(), new MemoryStream(body.ToArray(), writable: false))
            {
                BodyLengthLimit = null,
            };
            while (await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is { } section)
            {
                await AddAsync(form, schema, section, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw RefusalException.BadRequest($"The body is not valid multipart/form-data: {exception.Message}");
        }

        var faults = Check(schema, form);
        return faults.Count > 0 ? throw RefusalException.BadRequest(faults) : form;
    }

    private static async Task AddAsync(MultipartForm form, JsonSchema schema, MultipartSection section, CancellationToken cancellationToken)
    {
        var disposition = section.GetContentDispositionHeader();
        var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
        if (disposition is null || name.Length == 0)
        {
            throw RefusalException.BadRequest("A part of the body has no name.");
        }

        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
        var fileName = HeaderUtilities
            .RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName)
            .ToString();
        var isList = SchemaMembers.Find(schema, name)?.ActualTypeSchema.Type.HasFlag(JsonObjectType.Array) == true;
        if (!isList && (form.Fields.ContainsKey(name) || form.Files.ContainsKey(name)))
        {
            throw RefusalException.BadRequest($"The part '{name}' of the body is given more than once.");
        }

        if (fileName.Length > 0)
        {
            form.Files[name] = new FormFile(fileName, content.ToArray());
        }
        else
        {
            form.Add(name, Encoding.UTF8.GetString(content.ToArray()));
        }
    }

    private static List<string> Check(JsonSchema schema, MultipartForm form)
    {
        var faults = new List<string>();
        foreach (var (name, _) in form.Fields)
        {
            if (SchemaMembers.Find(schema, name) is { } property && IsFile(property))
            {
                faults.Add($"The body is not valid at /{name}: a file part, which has a filename, is expected.");
            }
        }

        var value = FormBodyReader.ToTree(schema, form.Lists);
        form.Value = FormBodyReader.ToElement(value);
        foreach (var (name, _) in form.Files)
        {
            // The bytes of a file are not JSON. The schema only has to see that the part is there.
            var type = SchemaMembers.Find(schema, name)?.ActualTypeSchema;
            value[name] = type?.Type.HasFlag(JsonObjectType.Array) == true ? new JArray("") : "";
            if (type is not null && !TakesFile(type))
            {
                faults.Add($"The body is not valid at /{name}: a plain part, without a filename, is expected.");
            }
        }

        faults.AddRange(SchemaCheck.RequestFaults(schema, value, "The body"));
        return faults;
    }

    private static bool IsFile(JsonSchema property) =>
        property.ActualSchema is var schema && schema.OneOf.Concat(schema.AnyOf).ToList() is { Count: > 0 } choices
            ? choices.TrueForAll(IsFile)
            : property.ActualTypeSchema.Format == "binary";

    private static bool TakesFile(JsonSchema type) =>
        type.Format == "binary"
        || (type.Item is { } item && TakesFile(item.ActualTypeSchema))
        || type.OneOf.Concat(type.AnyOf).Any(branch => TakesFile(branch.ActualTypeSchema));
}
