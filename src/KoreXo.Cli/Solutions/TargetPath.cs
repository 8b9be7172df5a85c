using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Solutions;

/// <summary>Finds the solution or project that a command is about.</summary>
internal static class TargetPath
{
    private static readonly string[] SolutionExtensions = [".sln", ".slnx"];

    /// <summary>Returns the full path of a solution or C# project.</summary>
    /// <param name="path">A file, or a folder that has exactly one solution or, if it has none, exactly one project.</param>
    /// <exception cref="CommandException">There is none, or more than one.</exception>
    public static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return IsSolution(full) || IsProject(full)
                ? full
                : throw new CommandException($"{full} is neither a solution (.sln, .slnx) nor a C# project (.csproj).");
        }

        if (!Directory.Exists(full))
        {
            throw new CommandException($"{full} does not exist. Name a solution, a C# project, or a folder that has one.");
        }

        var files = Directory.GetFiles(full);
        var candidates = files.Where(IsSolution).ToArray();
        candidates = candidates.Length > 0 ? candidates : [.. files.Where(IsProject)];
        return candidates switch
        {
            [var only] => only,
            [] => throw new CommandException($"{full} has neither a solution nor a C# project. Name one."),
            _ => throw new CommandException(
                $"{full} has several: {string.Join(", ", candidates.Select(Path.GetFileName).Order(StringComparer.Ordinal))}. Name one."
            ),
        };
    }

    public static bool IsSolution(string path) => SolutionExtensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static bool IsProject(string path) => Path.GetExtension(path).Equals(".csproj", StringComparison.OrdinalIgnoreCase);
}
