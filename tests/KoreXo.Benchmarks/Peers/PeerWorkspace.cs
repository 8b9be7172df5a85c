using System.Reflection;
using System.Runtime.InteropServices;

namespace KoreXo.Benchmarks;

/// <summary>The projects of the comparison in <c>artifacts/peers</c>, as a user has them: packages, tools and default settings.</summary>
internal sealed class PeerWorkspace
{
    private const string Dotnet = "dotnet";
    private const string Configuration = "Release";

    private static readonly string Rid = RuntimeInformation.RuntimeIdentifier;

    private readonly string _root = FindRoot();

    public string Folder => Path.Combine(_root, "artifacts", "peers");

    /// <summary>Packs what this repository ships, copies the projects, gets the tools.</summary>
    public async Task CreateAsync()
    {
        await PeerCommand.RunAsync(_root, Dotnet, "build", "tests/Packages", "-c", Configuration, "-v", "q");
        var feed = Path.Combine(_root, "artifacts", "feed", "release");
        var version = (await File.ReadAllTextAsync(Path.Combine(feed, "version.txt"))).Trim();
        var templates = Path.Combine(_root, "tests", "KoreXo.Benchmarks", "Peers", "Projects");
        foreach (var file in Directory.EnumerateFiles(templates, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Path.GetRelativePath(templates, file));
            target = Path.GetFileName(target) == "editorconfig.txt" ? Path.Combine(Folder, ".editorconfig") : Without(target, ".txt");
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var text = (await File.ReadAllTextAsync(file))
                .Replace("KOREXO_VERSION", version, StringComparison.Ordinal)
                .Replace("PACKED_FEED", feed, StringComparison.Ordinal)
                .Replace("PACKAGE_CACHE", PackageCache(), StringComparison.Ordinal);
            if (!File.Exists(target) || await File.ReadAllTextAsync(target) != text)
            {
                await File.WriteAllTextAsync(target, text);
            }
        }

        await PeerCommand.RunAsync(Folder, Dotnet, "tool", "restore");
    }

    /// <summary>Has the tools emit their clients; returns how long each took.</summary>
    public async Task<IReadOnlyDictionary<string, TimeSpan>> GenerateAsync()
    {
        foreach (var project in new[] { "Kiota", "NSwag" })
        {
            var emitted = Directory.CreateDirectory(Path.Combine(Folder, project, "Emitted"));
            emitted.Delete(recursive: true);
        }

        var (_, kiota) = await PeerCommand.RunAsync(
            Folder,
            Dotnet,
            "kiota generate -l CSharp -d petstore.yaml -o Kiota/Emitted -n Peers.KiotaClient -c PetstoreClient --ebc".Split(' ')
        );
        Directory.CreateDirectory(Path.Combine(Folder, "NSwag", "Emitted"));
        var (_, nswag) = await PeerCommand.RunAsync(
            Folder,
            Dotnet,
            "nswag openapi2csclient /input:petstore.yaml /output:NSwag/Emitted/PetstoreClient.cs /namespace:Peers.NSwagClient /classname:PetstoreClient /JsonLibrary:SystemTextJson".Split(
                ' '
            )
        );
        return new Dictionary<string, TimeSpan>(StringComparer.Ordinal) { ["Kiota"] = kiota, ["NSwag"] = nswag };
    }

    /// <summary>Builds everything.</summary>
    public async Task BuildAsync() => await PeerCommand.RunAsync(Folder, Dotnet, "build", "Runner", "-c", Configuration, "-v", "q");

    /// <summary>Compiles one client again, in a compiler that was not there before.</summary>
    public async Task<TimeSpan> RebuildAsync(string project)
    {
        var (_, time) = await PeerCommand.RunAsync(
            Folder,
            Dotnet,
            [
                "build",
                project,
                "-c",
                Configuration,
                "-v",
                "q",
                "--no-restore",
                "--no-dependencies",
                "--no-incremental",
                "-p:UseSharedCompilation=false",
            ]
        );
        return time;
    }

    /// <summary>Writes what the compiler adds to a client into files; returns them.</summary>
    public async Task<IReadOnlyList<string>> EmittedAsync(string project)
    {
        var folder = Path.Combine(Folder, project, "obj", "Emitted");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        string[] emit = ["-p:EmitCompilerGeneratedFiles=true", $"-p:CompilerGeneratedFilesOutputPath={folder}"];
        await PeerCommand.RunAsync(
            Folder,
            Dotnet,
            ["build", project, "-c", Configuration, "-v", "q", "--no-restore", "--no-incremental", .. emit]
        );
        return
        [
            .. new[] { folder, Path.Combine(Folder, project, "Emitted") }
                .Where(Directory.Exists)
                .SelectMany(static part => Directory.EnumerateFiles(part, "*.cs", SearchOption.AllDirectories)),
        ];
    }

    /// <summary>Publishes a client's program for this platform; returns the folder and the number of warnings on trimming.</summary>
    public async Task<(string Folder, int Warnings)> PublishAsync(string project, string kind, params string[] properties)
    {
        var output = Path.Combine(Folder, "published", kind, project);
        var (text, _) = await PeerCommand.RunAsync(
            Folder,
            Dotnet,
            ["publish", project, "-c", Configuration, "-r", Rid, "-o", output, "-v", "q", .. properties]
        );
        var warnings = text.Split('\n')
            .Where(static line => line.Contains("warning IL", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Count();
        return (output, warnings);
    }

    /// <summary>Gets the folder that a project was built into.</summary>
    public string Output(string project) => Path.Combine(Folder, project, "bin", Configuration, "net10.0");

    /// <summary>Runs the runner and returns the lines that it printed.</summary>
    public async Task<IReadOnlyList<string[]>> MeasureAsync(params string[] arguments)
    {
        var (text, _) = await PeerCommand.RunAsync(Folder, Dotnet, [Path.Combine(Output("Runner"), "Peers.Runner.dll"), .. arguments]);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Trim().Split('|'))];
    }

    private static string PackageCache() =>
        typeof(PeerWorkspace)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static item => item.Key == "PackageCache")
            .Value!;

    private static string Without(string path, string end) => path.EndsWith(end, StringComparison.Ordinal) ? path[..^end.Length] : path;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Generated.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The comparison runs inside the repository.");
    }
}
