using System.ComponentModel;
using System.Net.Http.Headers;
using System.Text;

namespace KoreXo.Runtime;

/// <summary>A <c>multipart/form-data</c> body.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MultipartBody : RequestBody
{
    private readonly List<Part> _parts = [];

    /// <summary>Initializes a new instance of the <see cref="MultipartBody"/> class without parts.</summary>
    public MultipartBody() { }

    /// <summary>Initializes a new instance of the <see cref="MultipartBody"/> class with the caller's form.</summary>
    /// <param name="form">The form.</param>
    public MultipartBody(MultipartForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        foreach (var (name, text, file) in form.Parts)
        {
            AddText(name, text);
            AddFile(name, file);
        }
    }

    /// <inheritdoc/>
    public override bool CanReplay
    {
        get
        {
            foreach (var part in _parts)
            {
                if (part.File is { CanReplay: false })
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Adds a string.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="value">The string; <see langword="null"/> omits the part.</param>
    /// <param name="contentType">The media type of the part; <see langword="null"/> sends none.</param>
    public void AddText(string name, string? value, string? contentType = null)
    {
        if (value is not null)
        {
            _parts.Add(new Part(name, Disposition(name), Text: Encoding.UTF8.GetBytes(value), ContentType: contentType));
        }
    }

    /// <summary>Adds a JSON value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name of the part.</param>
    /// <param name="value">The value; <see langword="null"/> omits the part.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <param name="contentType">The media type of the part; <c>application/json</c> if omitted.</param>
    public void AddJson<T>(string name, T value, JsonCodec<T> codec, string? contentType = null)
    {
        if (value is not null)
        {
            _parts.Add(new Part(name, Disposition(name), Json: JsonBody.Create(value, codec), ContentType: contentType));
        }
    }

    /// <summary>Adds a value as parts named by the path of each string in brackets: <c>list[0]</c>, <c>object[member]</c>.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name before the brackets.</param>
    /// <param name="value">The value; what is <see langword="null"/> is omitted.</param>
    /// <param name="codec">The codec of the type.</param>
    public void AddSpread<T>(string name, T value, JsonCodec<T> codec)
    {
        using var document = ParameterText.Parse(value, codec);
        ParameterText.Spread(name, document.RootElement, ParameterStyle.Deep, (key, text) => AddText(key, text));
    }

    /// <summary>Adds a file.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="file">The file; <see langword="null"/> omits the part.</param>
    /// <param name="contentTypes">
    /// The media types that the part may have, separated by commas; one of them is used if the file itself has none.
    /// </param>
    public void AddFile(string name, FilePart? file, string? contentTypes = null)
    {
        if (file is not null)
        {
            _parts.Add(
                new Part(
                    name,
                    $"{Disposition(name)}; filename=\"{Quoted(file.FileName)}\"",
                    File: file,
                    ContentType: file.TypeAmong(contentTypes)
                )
            );
        }
    }

    /// <summary>Adds a file or a string.</summary>
    /// <param name="name">The name of the part.</param>
    /// <param name="part">The file or string; <see langword="null"/> omits the part.</param>
    /// <param name="contentTypes">The media types that a file may have, separated by commas.</param>
    public void AddFile(string name, FileOrText? part, string? contentTypes = null)
    {
        AddText(name, part?.Text);
        AddFile(name, part?.File, contentTypes);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var part in _parts)
        {
            part.Json?.Dispose();
        }

        base.Dispose();
    }

    internal override void Collect(string[] names, Action<string> found)
    {
        foreach (var part in _parts)
        {
            if (part.Text is { } text && names.Contains(part.Name, StringComparer.Ordinal))
            {
                found(Encoding.UTF8.GetString(text));
            }

            part.Json?.Collect(names, found);
        }
    }

    internal override HttpContent CreateContent()
    {
        var boundary = Guid.NewGuid().ToString("N");
        var content = new MultipartContent("form-data", boundary) { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        try
        {
            // Without the quotes that .NET puts around the boundary: some servers take them as part of it.
            content.Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new("boundary", boundary) } };
            foreach (var part in _parts)
            {
                content.Add(part.CreateContent());
            }

            return content;
        }
        catch
        {
            content.Dispose();
            throw;
        }
    }

    private static string Disposition(string name) => $"form-data; name=\"{Quoted(name)}\"";

    // Escaped as browsers do: with a quote or line break, the name could inject headers.
    private static string Quoted(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var quoted = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '"' or '\u007f' or < ' ')
            {
                quoted.Append('%').Append(((int)character).ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(character);
            }
        }

        return quoted.ToString();
    }

    private sealed record Part(
        string Name,
        string Disposition,
        byte[]? Text = null,
        JsonBody? Json = null,
        FilePart? File = null,
        string? ContentType = null
    )
    {
        public HttpContent CreateContent()
        {
            var content = File?.CreateContent() ?? Json?.CreateContent() ?? new ByteArrayContent(Text!);
            content.Headers.TryAddWithoutValidation("Content-Disposition", Disposition);
            if (ContentType is not null && MediaTypeHeaderValue.TryParse(ContentType.Split(',')[0], out var type))
            {
                content.Headers.ContentType = type;
            }

            return content;
        }
    }
}
