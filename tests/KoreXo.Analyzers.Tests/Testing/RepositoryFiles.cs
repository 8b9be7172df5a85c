using System.Reflection;

namespace KoreXo.Analyzers.Tests.Testing;

/// <summary>The files of the repository that the tests were built in.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = typeof(RepositoryFiles)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static item => item.Key == "RepositoryRoot")
        .Value!;

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");
}
