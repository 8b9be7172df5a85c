using System.Runtime.CompilerServices;
using System.Text;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>
/// All files of one small document, so that a change of the emitters shows in review as a reader of emitted code would see it.
/// To accept a change, run this test with the environment variable <c>UPDATE_SNAPSHOTS=1</c> and look at the difference.
/// </summary>
public sealed class SnapshotTests
{
    [Fact]
    public void All_files_of_a_document()
    {
        var text = new StringBuilder();
        var run = Sample.Run(Sample.Document("snapshot"));
        foreach (var file in run.Files)
        {
            text.Append("======== ").Append(file).Append('\n').Append(run.Source(file)).Append('\n');
        }

        AssertMatches("snapshot.txt", text.ToString());
    }

    private static void AssertMatches(string name, string actual, [CallerFilePath] string testFile = "")
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(testFile)!, "..", "Snapshots", name), actual);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Snapshots", name)), actual);
    }
}
