namespace KoreXo.Conventions;

/// <summary>The files of the repository that the tests run in.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["artifacts", "bin", "obj", ".git", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>The configuration that the tests were built in, as it is spelt in the names of output folders.</summary>
    public static string Configuration { get; } =
        new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Name.Split('_')[0];

    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    public static string Read(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Files by the end of their names, as relative paths with slashes; those that a build makes are left out.</summary>
    public static IReadOnlyList<string> Files(string end, params string[] folders) =>
        [
            .. (folders.Length == 0 ? [""] : folders)
                .Select(PathOf)
                .Where(Directory.Exists)
                .SelectMany(static folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                .Select(static file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
                .Where(file =>
                    file.EndsWith(end, StringComparison.Ordinal) && !file.Split('/').Intersect(Generated, StringComparer.Ordinal).Any()
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Where a shipped project's output for a framework is; the folder names the framework only where there are several.</summary>
    public static string Output(string project, string framework, string file)
    {
        var folder = PathOf($"artifacts/bin/{project}/{Configuration}_{framework}");
        return Path.Combine(Directory.Exists(folder) ? folder : PathOf($"artifacts/bin/{project}/{Configuration}"), file);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Generated.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
