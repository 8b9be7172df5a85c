namespace KoreXo.Analyzers.Apps;

/// <summary>Compares the paths of manifests with the folder of the project.</summary>
internal static class ManifestPath
{
    /// <summary>Returns whether a file is outside the project, so that several projects may share it.</summary>
    public static bool IsShared(string path, string? projectDirectory)
    {
        if (string.IsNullOrEmpty(projectDirectory))
        {
            return false;
        }

        var (file, directory) = (Normalize(path), Normalize(projectDirectory!));
        return !file.StartsWith(directory, StringComparison.OrdinalIgnoreCase) || file.Substring(directory.Length).Contains("../");
    }

    /// <summary>Returns a path as it would be written in a project file.</summary>
    public static string Relative(string path, string? projectDirectory)
    {
        if (string.IsNullOrEmpty(projectDirectory))
        {
            return path;
        }

        var (file, directory) = (Normalize(path).Split('/'), Normalize(projectDirectory!).TrimEnd('/').Split('/'));
        var common = 0;
        while (common < directory.Length && common < file.Length - 1 && directory[common] == file[common])
        {
            common++;
        }

        return string.Join("/", Enumerable.Repeat("..", directory.Length - common).Concat(file.Skip(common)));
    }

    private static string Normalize(string path) => path.Replace('\\', '/');
}
