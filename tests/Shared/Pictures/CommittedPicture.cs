using Xunit;

namespace KoreXo.Testing.Pictures;

/// <summary>A picture in the repository that a test redraws and compares.</summary>
/// <param name="file">The path of the picture.</param>
/// <param name="project">The test project that draws it.</param>
/// <param name="tests">The class that does.</param>
public sealed class CommittedPicture(string file, string project, string tests)
{
    /// <summary>Asserts that the committed picture is the drawn one; with <c>KOREXO_ACCEPT=1</c> it is replaced first.</summary>
    public async Task ShowsAsync(string drawn)
    {
        if (Environment.GetEnvironmentVariable("KOREXO_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(file, drawn);
        }

        Assert.True(
            File.Exists(file) && await File.ReadAllTextAsync(file) == drawn,
            $"{Path.GetFileName(file)} is out of date. Accept the new picture and commit it: KOREXO_ACCEPT=1 dotnet test tests/{project} --filter {tests}"
        );
    }
}
