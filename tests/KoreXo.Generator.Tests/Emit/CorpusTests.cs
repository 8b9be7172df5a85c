using KoreXo.Generator.Tests.Calls;
using KoreXo.Testing;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>
/// Documents of real services, where a folder of them lies beside the repository or is named by <c>KOREXO_DOCUMENTS</c>; elsewhere the
/// tests have nothing to do. The smallest by default, all of them in a full run and where the folder is named.
/// </summary>
public sealed class CorpusTests
{
    [Fact]
    public async Task Real_documents_compile_without_a_warning_and_every_method_works()
    {
        foreach (var file in Documents())
        {
            var document = Sample.Client(await File.ReadAllTextAsync(file), Path.GetFileName(file));
            var run = Sample.Run(document);

            Assert.Null(run.Result.Exception);
            Assert.NotEmpty(run.Files);
            EmittedCode.AssertCompiles(run.Compilation);

            var (_, faults) = await ExampleCalls.RunAsync(document, run);
            Assert.True(faults.Count == 0, $"{file}\n{string.Join("\n", faults.Take(10))}");
        }
    }

    private static IEnumerable<string> Documents()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Generated.sln")))
        {
            root = root.Parent;
        }

        var named = Environment.GetEnvironmentVariable("KOREXO_DOCUMENTS");
        var folder = new DirectoryInfo(named ?? Path.Combine(root?.FullName ?? ".", "..", "shared", "specs"));
        return folder.Exists
            ? folder
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Where(static file => file.Extension is ".json" or ".yaml")
                .OrderBy(static file => file.Length)
                .Take(Soak.Rounds(few: named is null ? 2 : int.MaxValue, all: int.MaxValue))
                .Select(static file => file.FullName)
            : [];
    }
}
