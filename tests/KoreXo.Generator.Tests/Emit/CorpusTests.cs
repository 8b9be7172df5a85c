using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>Documents of real services, where a folder of them lies beside the repository; elsewhere the test has nothing to do.</summary>
public sealed class CorpusTests
{
    [Fact]
    public void Real_documents_compile_without_a_warning()
    {
        foreach (var file in Documents())
        {
            var run = Sample.Run(Sample.Client(File.ReadAllText(file), Path.GetFileName(file)));

            Assert.Null(run.Result.Exception);
            Assert.NotEmpty(run.Files);
            EmittedCode.AssertCompiles(run.Compilation);
        }
    }

    private static IEnumerable<string> Documents()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Generated.sln")))
        {
            root = root.Parent;
        }

        var folder = Path.Combine(root?.FullName ?? ".", "..", "shared", "specs");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(static file => Path.GetExtension(file) is ".json" or ".yaml") : [];
    }
}
