namespace KoreXo.Cli.Tests.Scopes;

/// <summary>Projects of a user's in a folder of their own, over the stand-in SDK of the analyzers' cases.</summary>
internal sealed class UserSolution : IDisposable
{
    private static readonly string Cases = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cases.md"));

    private readonly HashSet<string> _restored = new(StringComparer.Ordinal);

    public UserSolution()
    {
        // A stop for what the folders above may say.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("korexo-cli-").FullName;

    public UserSolution Project(string name, string items = "", string frameworks = "net10.0", string output = "Library")
    {
        Write($"{name}/Acme.g.cs", Fence("prelude"));
        Write($"{name}/GlobalUsings.cs", Fence("globals"));
        return Write(
            $"{name}/{name}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>{frameworks}</TargetFrameworks>
                <LangVersion>preview</LangVersion>
                <OutputType>{output}</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <AdditionalFiles Include="*.scopes.json" />
                {items}
              </ItemGroup>
            </Project>
            """
        );
    }

    public UserSolution Solution(string name, params string[] projects) =>
        Write(
            name,
            $"""
            <Solution>
              {string.Concat(projects.Select(static project => $"<Project Path=\"{project}/{project}.csproj\" />"))}
            </Solution>
            """
        );

    public UserSolution Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        if (Path.GetExtension(file) is not ".cs" and not ".json")
        {
            _restored.Clear();
        }

        return this;
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>
    /// Runs a command about a target: a file or folder in <see cref="Folder"/>, or <c>.</c>. It is restored once, and again when more than
    /// code has changed.
    /// </summary>
    public Task<Korexo.Ended> RunAsync(string command, string target, params string[] options) =>
        Korexo.RunAsync([
            .. command.Split(' '),
            Path.Combine(Folder, target),
            .. _restored.Add(target) ? options : options.Union(["--no-restore"]),
        ]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Fence(string name) => Cases.Split($"```csharp {name}\n")[1].Split("\n```")[0];
}
