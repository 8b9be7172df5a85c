namespace KoreXo;

/// <summary>A form part that is either a file or a string, as the API document allows both.</summary>
/// <remarks>A <see cref="FilePart"/> and a <see cref="string"/> convert to it. A string is sent without a file name.</remarks>
public sealed class FileOrText
{
    /// <summary>Initializes a new instance of the <see cref="FileOrText"/> class that holds a file.</summary>
    /// <param name="file">The file.</param>
    public FileOrText(FilePart file)
    {
        ArgumentNullException.ThrowIfNull(file);
        File = file;
    }

    /// <summary>Initializes a new instance of the <see cref="FileOrText"/> class that holds a string.</summary>
    /// <param name="text">The string.</param>
    public FileOrText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>Gets the file; <see langword="null"/> if the part is a string.</summary>
    public FilePart? File { get; }

    /// <summary>Gets the string; <see langword="null"/> if the part is a file.</summary>
    public string? Text { get; }

    /// <summary>Creates a part that is a file.</summary>
    /// <param name="file">The file.</param>
    public static implicit operator FileOrText(FilePart file) => FromFilePart(file);

    /// <summary>Creates a part that is a string.</summary>
    /// <param name="text">The string.</param>
    public static implicit operator FileOrText(string text) => FromString(text);

    /// <summary>Creates a part that is a file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The part.</returns>
    public static FileOrText FromFilePart(FilePart file) => new(file);

    /// <summary>Creates a part that is a string.</summary>
    /// <param name="text">The string.</param>
    /// <returns>The part.</returns>
    public static FileOrText FromString(string text) => new(text);
}
