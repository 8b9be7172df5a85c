using System.Runtime.CompilerServices;
using System.Text;
using KoreXo.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>
/// All files of one small document, so that a change of the emitters shows in review as a reader of emitted code would see it.
/// </summary>
public sealed class SnapshotTests
{
    private const string Snapshot = "snapshot.txt";
    private const string Head = "======== ";

    [Fact]
    public async Task All_files_of_a_document()
    {
        var document = Sample.Document("snapshot");
        var run = Sample.Run(document);
        var emitted = string.Concat(run.Files.Select(file => $"{Head}{file}\n{run.Source(file)}\n"));
        if (Environment.GetEnvironmentVariable("KOREXO_ACCEPT") == "1")
        {
            Accept(emitted);
            return;
        }

        var snapshot = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Snapshots", Snapshot));
        Assert.True(
            snapshot == emitted,
            $"""
            The emitted code is not that of tests/KoreXo.Generator.Tests/Snapshots/{Snapshot}; the first line that differs:
            {FirstDifference(snapshot, emitted)}
            If it is meant to change, accept it, read the difference and commit it:
              KOREXO_ACCEPT=1 dotnet test tests/KoreXo.Generator.Tests --filter SnapshotTests
            """
        );
        var test = new GeneratorTest([document], []) { TestBehaviors = TestBehaviors.None };
        foreach (var (name, text) in Files(snapshot))
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

    private static string FirstDifference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var line = before.Zip(after).TakeWhile(static pair => pair.First == pair.Second).Count();
        return $"{line + 1}: - {before.ElementAtOrDefault(line)}\n{line + 1}: + {after.ElementAtOrDefault(line)}";
    }

    private static void Accept(string text, [CallerFilePath] string testFile = "") =>
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(testFile)!, "..", "Snapshots", Snapshot), text);
}
