namespace KoreXo.Runtime;

/// <summary>A section of configuration that a registration reads.</summary>
/// <param name="Path">The path of the section.</param>
internal sealed record RegisteredSection(string Path)
{
    /// <summary>Returns whether the section is a given one, or in it.</summary>
    public bool IsAtOrBelow(string path) =>
        Path.StartsWith(path, StringComparison.OrdinalIgnoreCase) && (Path.Length == path.Length || Path[path.Length] == ':');
}
