namespace KoreXo;

/// <summary>A form whose parts are not described in the API document, so the caller names them.</summary>
/// <remarks>Create one for each call. It is not thread-safe.</remarks>
/// <example><code>await client.AddAttachmentAsync(issue, new MultipartForm().AddFile("file",
/// FilePart.FromFile("plan.pdf")));</code></example>
public sealed class MultipartForm
{
    private readonly List<(string Name, string? Text, FilePart? File)> _parts = [];

    /// <summary>Gets the parts in the order in which they were added.</summary>
    internal IReadOnlyList<(string Name, string? Text, FilePart? File)> Parts => _parts;

    /// <summary>Adds a string.</summary>
    /// <param name="name">The name of the part; parts may share one.</param>
    /// <param name="value">The string.</param>
    /// <returns>The form.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public MultipartForm AddText(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        _parts.Add((name, value, null));
        return this;
    }

    /// <summary>Adds a file.</summary>
    /// <param name="name">The name of the part; parts may share one.</param>
    /// <param name="file">The file.</param>
    /// <returns>The form.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public MultipartForm AddFile(string name, FilePart file)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(file);
        _parts.Add((name, null, file));
        return this;
    }
}
