using KoreXo.Package.Tests.Guides;

namespace KoreXo.Package.Tests.Programs;

/// <summary>
/// A stranger's project that has the packages and nothing else of ours: the programs in <c>Sources</c>, and the pages whose pieces are
/// one program each.
/// Built once, when the first test runs one of them.
/// </summary>
public sealed class ProgramProject : IDisposable
{
    /// <summary>The pages that are programs, by the name they are run by.</summary>
    public static readonly IReadOnlyDictionary<string, string> Pages = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["recipes"] = "docs/guides/recipes.md",
        ["jobs"] = "docs/guides/jobs.md",
        ["configuration"] = "docs/guides/configuration.md",
        ["telemetry"] = "docs/guides/telemetry.md",
        ["package"] = "src/KoreXo/README.md",
        ["runtime"] = "src/KoreXo.Runtime/README.md",
        ["simulator"] = "src/KoreXo.Simulator/README.md",
    };

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="KoreXo" Version="KOREXO_VERSION" />
            <PackageReference Include="KoreXo.Simulator" Version="KOREXO_VERSION" />
            <PackageReference Include="OpenTelemetry.Extensions.Hosting" Version="1.20.1" />
            <PackageReference Include="OpenTelemetry.Exporter.InMemory" Version="1.20.1" />
          </ItemGroup>
        </Project>
        """;

    private readonly SemaphoreSlim _gate = new(1);
    private Stranger? _stranger;

    public void Dispose()
    {
        _stranger?.Dispose();
        _gate.Dispose();
    }

    /// <summary>Runs a program to its end.</summary>
    internal async Task<string> RunAsync(SimulatedAccount account, string name, params string[] arguments) =>
        (await UserProcess.RunAsync(account.Folder, account.Variables, ["dotnet", await BuildAsync(), name, .. arguments])).Succeeded();

    /// <summary>Starts a program that goes on until it is ended.</summary>
    internal async Task<UserProcess> StartAsync(SimulatedAccount account, string name, params string[] arguments)
    {
        var program = await BuildAsync();
        return UserProcess.Start(account.Folder, account.Variables, ["dotnet", program, name, .. arguments]);
    }

    /// <summary>Builds the programs, if nobody has, and returns the path of their project.</summary>
    internal async Task<string> BuildProjectAsync()
    {
        await BuildAsync();
        return Path.Combine(_stranger!.Folder, "Programs.csproj");
    }

    private async Task<string> BuildAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_stranger is null)
            {
                var stranger = Write();
                (await stranger.BuildAsync()).Succeeded();
                _stranger = stranger;
            }

            return Path.Combine(_stranger.Folder, "bin", "Debug", "net10.0", "Programs.dll");
        }
        finally
        {
            _gate.Release();
        }
    }

    private static Stranger Write()
    {
        var stranger = new Stranger().Write("Programs.csproj", Project);
        foreach (
            var source in Directory.EnumerateFiles(
                Path.Combine(PackedFeed.Repository, "tests", "KoreXo.Package.Tests", "Programs", "Sources")
            )
        )
        {
            stranger.Write(Path.GetFileName(source), File.ReadAllText(source));
        }

        var entries = new List<string>();
        foreach (var (name, file) in Pages)
        {
            var page = new ProgramPage(name, GuidePage.Read(file));
            stranger.Write(page.ClassName + ".cs", page.Source);
            foreach (var step in page.Files)
            {
                stranger.Write($"{name}/{step.File}", step.Text);
            }

            entries.Add($"        \"{name}\" => {page.ClassName}.RunAsync,\n");
        }

        return stranger.Write(
            "Pages.cs",
            $$"""
            namespace Programs;

            internal static class Pages
            {
                public static Func<string[], Task>? Find(string name) => name switch
                {
            {{string.Concat(entries)}}        _ => null,
                };
            }
            """
        );
    }
}
