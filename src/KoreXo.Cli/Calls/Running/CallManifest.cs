using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Calls.Running;

/// <summary>Finds the manifest that says which scopes the credentials hold.</summary>
internal static class CallManifest
{
    /// <summary>Returns the given file, else the only manifest of the folder; null if there is none or more than one.</summary>
    public static string? Find(string? given) =>
        given ?? (Directory.GetFiles(Directory.GetCurrentDirectory(), "*.scopes.json") is [var only] ? Path.GetFileName(only) : null);

    /// <exception cref="CommandException">The file cannot be read, or is no manifest.</exception>
    public static ScopeManifest Load(string path)
    {
        try
        {
            return ScopeManifest.Load(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new CommandException($"The manifest '{path}' cannot be read: {FileProblem.Describe(path, error)}", error);
        }
    }
}
