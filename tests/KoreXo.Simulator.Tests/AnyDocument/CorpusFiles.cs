namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Documents beside the tests, and those of real services where a folder of them exists.</summary>
internal static class CorpusFiles
{
    public static DirectoryInfo? Repository { get; } = FindRepository();

    /// <summary>Returns the real documents, smallest first; none if there is no folder of them.</summary>
    public static IEnumerable<string> Find()
    {
        var named = Environment.GetEnvironmentVariable("KOREXO_DOCUMENTS");
        var folder = new DirectoryInfo(named ?? Path.Combine(Repository?.FullName ?? ".", "..", "shared", "specs"));
        return folder.Exists
            ? folder
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(static file => file.Extension is ".json" or ".yaml")
                .OrderBy(static file => file.Length)
                .Select(static file => file.FullName)
            : [];
    }

    /// <summary>Returns the small documents of the repository's own tests.</summary>
    public static IEnumerable<string> FindOwn() =>
        new[] { "KoreXo.Generator.Tests/Documents", "KoreXo.Cli.Tests/Specs/Documents" }
            .Select(folder => Path.Combine(Repository?.FullName ?? ".", "tests", folder))
            .SelectMany(folder => Directory.GetFiles(folder, "*.yaml", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);

    private static DirectoryInfo? FindRepository()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Generated.sln")))
        {
            root = root.Parent;
        }

        return root;
    }
}
