using KoreXo.Analyzers.Tests.Testing;

namespace KoreXo.Analyzers.Tests.CommandLine;

/// <summary>
/// <c>samples/06-MissingScope</c> shows what the README promises: the real SDK, its real scopes, warnings and their repair.
/// </summary>
public sealed class SampleTests
{
    private const string Sample = "samples/06-MissingScope";

    private static readonly string[] Warnings = ["NightlyReport.cs(26,41): warning KXO1001", "NightlyReport.cs(33,45): warning KXO1001"];

    [Fact]
    public async Task Sample_warns_and_format_repairs_it()
    {
        using var sample = Copy();
        var manifest = sample.Read("travel.scopes.json");

        var before = await sample.BuildAsync();
        Assert.Equal(0, before.ExitCode);
        Assert.Equal(Warnings, UserProject.Findings(before.Output));
        Assert.Contains(
            "'AnalyticsClient.FindIntentAsync' needs scope 'Intent and Entity Detection' (platform) or ",
            before.Output,
            StringComparison.Ordinal
        );

        Assert.Equal((0, ""), await sample.FormatAsync("--diagnostics", "KXO1001", "--severity", "warn"));
        Assert.Equal(
            manifest.Replace(
                "      \"Bot Sessions\"\n",
                "      \"Bot Export\",\n      \"Bot Sessions\",\n      \"Intent and Entity Detection\"\n",
                StringComparison.Ordinal
            ),
            sample.Read("travel.scopes.json")
        );

        var after = await sample.BuildAsync("-warnaserror");
        Assert.True(after.ExitCode == 0, after.Output);
        Assert.Empty(UserProject.Findings(after.Output));
    }

    // The SDK as it was built for the tests; the rest as a user has it from the package.
    private static UserProject Copy()
    {
        var targets = RepositoryFiles.PathOf("analyzers/KoreXo.Analyzers/build/KoreXo.Analyzers.targets");
        var references = new[] { "KoreXo", "KoreXo.Runtime" }.Select(static name =>
            $"<Reference Include=\"{name}\"><HintPath>{Path.Combine(AppContext.BaseDirectory, name)}.dll</HintPath></Reference>"
        );
        var sample = new UserProject("MissingScope", string.Concat(references), "<OutputType>Exe</OutputType>");
        foreach (
            var file in Directory
                .EnumerateFiles(RepositoryFiles.PathOf(Sample))
                .Where(static file => !file.EndsWith(".csproj", StringComparison.Ordinal))
        )
        {
            sample.Write(Path.GetFileName(file), File.ReadAllText(file));
        }

        sample.Write("Directory.Build.targets", $"<Project><Import Project=\"{targets}\" /></Project>");
        return sample;
    }
}
