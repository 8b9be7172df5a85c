namespace KoreXo.Conventions.Sources;

/// <summary>A file that uses a type of another.</summary>
/// <param name="From">The path of the file, relative to its project.</param>
/// <param name="To">The path of the file that declares the type.</param>
/// <param name="Place">Where, and which type.</param>
internal sealed record SourceUse(string From, string To, string Place)
{
    public string FromFolder => Folder(From);

    public string ToFolder => Folder(To);

    /// <summary>The folder right below the project; <c>.</c> for files of the project itself.</summary>
    private static string Folder(string file) => file.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 ? file[..slash] : ".";
}
