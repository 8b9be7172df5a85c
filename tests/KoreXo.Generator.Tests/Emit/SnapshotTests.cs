using System.Runtime.CompilerServices;
using System.Text;
using KoreXo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>
/// All files of one small document, so that a change of the emitters shows in review as a reader of emitted code would see it.
/// To accept a change, run this test with the environment variable <c>UPDATE_SNAPSHOTS=1</c> and look at the difference.
/// </summary>
public sealed class SnapshotTests
{
    private const string Snapshot = "snapshot.txt";
    private const string Head = "======== ";

    [Fact]
    public async Task All_files_of_a_document()
    {
        var document = Sample.Document("snapshot");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            var run = Sample.Run(document);
            Accept(string.Concat(run.Files.Select(file => $"{Head}{file}\n{run.Source(file)}\n")));
            return;
        }

        var test = new GeneratorTest([document], []) { TestBehaviors = TestBehaviors.None };
        foreach (var (name, text) in Files(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Snapshots", Snapshot))))
        {
            test.TestState.GeneratedSources.Add((typeof(KoreXoGenerator), name, SourceText.From(text, Encoding.UTF8)));
        }

        Assert.NotEmpty(test.TestState.GeneratedSources);
        await test.RunAsync();
    }

    private static IEnumerable<(string Name, string Text)> Files(string snapshot)
    {
        foreach (var part in $"\n{snapshot}{Head}".Split("\n" + Head).Skip(1).SkipLast(1))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            yield return (part[..end], part[(end + 1)..]);
        }
    }

    private static void Accept(string text, [CallerFilePath] string testFile = "") =>
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(testFile)!, "..", "Snapshots", Snapshot), text);
}
