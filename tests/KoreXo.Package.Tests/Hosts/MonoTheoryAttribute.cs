namespace KoreXo.Package.Tests.Hosts;

/// <summary>A test that runs .NET Framework's compiler, which takes Mono on other systems than Windows.</summary>
public sealed class MonoTheoryAttribute : TheoryAttribute
{
    /// <summary>Initializes a new instance of the <see cref="MonoTheoryAttribute"/> class: skipped where there is no Mono.</summary>
    public MonoTheoryAttribute()
    {
        if (!IsInstalled)
        {
            Skip = "Mono is not installed: 'apt-get install mono-devel' brings it.";
        }
    }

    /// <summary>Gets whether there is Mono with the facades that code for .NET Standard binds to, which the bare runtime lacks.</summary>
    private static bool IsInstalled =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(static folder =>
                File.Exists(Path.Combine(folder, "mono"))
                && File.Exists(Path.Combine(folder, "..", "lib", "mono", "4.5", "Facades", "netstandard.dll"))
            );
}
