namespace KoreXo.Cli.Files;

/// <summary>Describes why a file cannot be read or written.</summary>
internal static class FileProblem
{
    // Of a folder, the platform says that access to it is denied, which sends people to its permissions.
    public static string Describe(string path, Exception error) => Directory.Exists(path) ? "It is a folder." : error.Message;
}
