using System.Runtime.InteropServices;
using KoreXo.Testing;
using Xunit.Abstractions;

namespace KoreXo.Package.Tests;

/// <summary>An application that is trimmed, or compiled ahead of time, does what it did before, and stays small.</summary>
public sealed class TrimmingTests(ITestOutputHelper output)
{
    private const long Megabyte = 1024 * 1024;

    private const string OneArea = """
        using KoreXo;
        using KoreXo.DataTables;

        using var canned = new Canned();
        using var http = new HttpClient(canned);
        using var tables = new DataTablesClient(new KoreXoClientOptions { Endpoint = new Uri("https://platform.example"), Credential = new JwtCredential("cs-1", new string('s', 32)) }, http);
        var row = await tables.InsertRowAsync("Contacts", new InsertRowRequest { Row = new Dictionary<string, JsonAny> { ["Name"] = "Ada" } }).ConfigureAwait(false);
        Console.WriteLine($"row {row.RowId}");

        internal sealed class Canned : HttpMessageHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.OK) { Content = new StringContent("{\"sys_Id\":\"sd-1\"}", System.Text.Encoding.UTF8, "application/json") });
        }
        """;

    private static readonly string Platform = RuntimeInformation.RuntimeIdentifier;

    /// <summary>The smaller one by default.</summary>
    public static TheoryData<string> Applications => new(new[] { "one area", "quick start" }.Take(Soak.Rounds(few: 1, all: 2)));

    [Theory]
    [MemberData(nameof(Applications))]
    public Task A_trimmed_application_runs(string application) => application == "one area" ? RunAreaAsync() : RunQuickStartAsync();

    [Fact]
    public async Task An_application_for_net8_is_compiled_ahead_of_time()
    {
        if (!File.Exists("/usr/bin/gcc") && !File.Exists("/usr/bin/clang"))
        {
            output.WriteLine("There is no linker on this machine: nothing was compiled ahead of time.");
            return;
        }

        using var stranger = new Stranger()
            .Project(
                "App.csproj",
                """<PackageReference Include="KoreXo" Version="KOREXO_VERSION" />""",
                """
                <TargetFramework>net8.0</TargetFramework><OutputType>Exe</OutputType>
                <PublishAot>true</PublishAot><CppCompilerAndLinker>gcc</CppCompilerAndLinker><InvariantGlobalization>true</InvariantGlobalization>
                """
            )
            .Write("contacts.scopes.json", """{ "app": "contacts", "credentials": { "data": ["Write access to the Data Table"] } }""")
            .Write("Program.cs", OneArea);

        await PublishAsync(stranger);

        Assert.Contains("row sd-1", await RunAsync(stranger), StringComparison.Ordinal);
        var size = new FileInfo(Path.Combine(stranger.Folder, "out", "App")).Length;
        output.WriteLine(FormattableString.Invariant($"Ahead of time, one area: {size / 1024} KiB"));
        Assert.InRange(size, 1, 24 * Megabyte);
    }

    private async Task RunAreaAsync()
    {
        using var stranger = new Stranger()
            .Project(
                "App.csproj",
                """<PackageReference Include="KoreXo" Version="KOREXO_VERSION" />""",
                """
                <TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>
                <PublishTrimmed>true</PublishTrimmed><TrimmerSingleWarn>false</TrimmerSingleWarn><InvariantGlobalization>true</InvariantGlobalization>
                """
            )
            .Write("contacts.scopes.json", """{ "app": "contacts", "credentials": { "data": ["Write access to the Data Table"] } }""")
            .Write("Program.cs", OneArea);

        await PublishAsync(stranger, "--self-contained");

        Assert.Contains("row sd-1", await RunAsync(stranger), StringComparison.Ordinal);
        var own = Directory.GetFiles(Path.Combine(stranger.Folder, "out"), "KoreXo*.dll").Sum(static file => new FileInfo(file).Length);
        output.WriteLine(FormattableString.Invariant($"KoreXo and KoreXo.Runtime, trimmed: {own / 1024} KiB"));
        Assert.InRange(own, 1, Megabyte);
    }

    private static async Task RunQuickStartAsync()
    {
        var sample = Path.Combine(PackedFeed.Repository, "samples", "01-Quickstart");
        using var stranger = new Stranger().Project(
            "App.csproj",
            """
            <PackageReference Include="KoreXo" Version="KOREXO_VERSION" />
            <PackageReference Include="KoreXo.Simulator" Version="KOREXO_VERSION" />
            """,
            """
            <TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType>
            <PublishTrimmed>true</PublishTrimmed><TrimMode>partial</TrimMode><RunAnalyzers>false</RunAnalyzers>
            <NoWarn>$(NoWarn);IL2104;IL2026</NoWarn>
            """
        );
        foreach (var file in Directory.GetFiles(sample, "*.cs").Concat(Directory.GetFiles(sample, "*.scopes.json")))
        {
            stranger.Write(Path.GetFileName(file), await File.ReadAllTextAsync(file));
        }

        await PublishAsync(stranger, "--self-contained");

        Assert.Contains("Done: ", await RunAsync(stranger), StringComparison.Ordinal);
    }

    private static async Task PublishAsync(Stranger stranger, params string[] arguments) =>
        (
            await DotNet.RunAsync(
                stranger.Folder,
                ["publish", "--nologo", "-v", "q", "-c", "Release", "-r", Platform, "-o", "out", .. arguments]
            )
        ).Succeeded();

    private static async Task<string> RunAsync(Stranger stranger) =>
        (await DotNet.RunProgramAsync(Path.Combine(stranger.Folder, "out", "App"), stranger.Folder)).Succeeded();
}
