namespace KoreXo.Runtime;

/// <summary>A configuration section that a registration reads.</summary>
/// <param name="Path">The path of the section.</param>
internal sealed record RegisteredSection(string Path)
{
    /// <summary>Checks whether the section is at the given path or below it.</summary>
    public bool IsAtOrBelow(string path) =>
        Path.StartsWith(path, StringComparison.OrdinalIgnoreCase) && (Path.Length == path.Length || Path[path.Length] == ':');
}
