namespace KoreXo.Package.Tests.Hosts;

/// <summary>
/// MSBuild on .NET Framework, and so Visual Studio's own builds, compile with <c>csc.exe</c> for .NET Framework, which binds and
/// loads assemblies by other rules than the SDK's compiler does.
/// </summary>
[Collection(HostedProjectGroup.Name)]
public sealed class FrameworkCompilerTests(HostedProject project)
{
    private const string Warning =
        "warning KXO1001: 'CrmClient.GetContactAsync' needs scope 'contacts:read' (oauth), which app 'crm-sync' does not hold";

    [MonoTheory]
    [InlineData("4.14.0")]
    [InlineData("5.9.0")]
    public async Task The_compiler_warns_and_emits_the_same(string version)
    {
        var folder = $"alone-{version}";

        Assert.Contains(Warning, (await CompileAsync(version, folder, [])).Succeeded(), StringComparison.Ordinal);
        Assert.Equal(project.Emitted(), project.Emitted(folder));
    }

    [MonoTheory]
    [InlineData("4.14.0")]
    [InlineData("5.9.0")]
    public async Task A_generator_with_parsers_of_other_versions_does_not_disturb_it(string version)
    {
        var folder = $"beside-{version}";

        var printed = (await CompileAsync(version, folder, await project.OtherGeneratorAsync())).Succeeded();

        Assert.Contains(Warning, printed, StringComparison.Ordinal);
        Assert.Equal(project.Emitted(), project.Emitted(folder));
        Assert.StartsWith(
            "// read 42 with YamlDotNet 16.",
            await File.ReadAllTextAsync(Path.Combine(project.Folder, folder, "Other", "Versions", "Versions.g.cs")),
            StringComparison.Ordinal
        );
    }

    /// <summary>Compiles the project again, with the arguments that the SDK's compiler was given.</summary>
    private async Task<CommandResult> CompileAsync(string version, string folder, IReadOnlyList<string> others)
    {
        Directory.CreateDirectory(Path.Combine(project.Folder, folder));
        var compiler = Path.Combine(PackedFeed.PackageCache, "microsoft.net.compilers.toolset", version, "tasks", "net472", "csc.exe");
        var arguments = Path.Combine(project.Folder, $"{folder}.rsp");
        await File.WriteAllLinesAsync(
            arguments,
            [
                .. others.Select(static file => $"/analyzer:\"{file}\""),
                .. project.Arguments.Where(static argument => !IsOfTheSdkAlone(argument)),
                $"/out:{folder}/App.dll",
                $"/generatedfilesout:{folder}",
            ]
        );
        return await DotNet.RunProgramAsync("mono", project.Folder, compiler, "/noconfig", $"@{arguments}");
    }

    /// <summary>Tells what belongs to the SDK's compiler: its output, and rules and generators that are built for its version.</summary>
    private static bool IsOfTheSdkAlone(string argument) =>
        argument is "/noconfig"
        || argument.StartsWith("/out:", StringComparison.Ordinal)
        || argument.StartsWith("/refout:", StringComparison.Ordinal)
        || argument.StartsWith("/generatedfilesout:", StringComparison.Ordinal)
        || (
            argument.StartsWith("/analyzer:", StringComparison.Ordinal)
            && !Path.GetFileName(argument).StartsWith("KoreXo.", StringComparison.Ordinal)
            && !argument.Contains("korexo.generator", StringComparison.Ordinal)
        );
}
