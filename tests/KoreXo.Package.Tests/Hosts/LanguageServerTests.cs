using System.Text.Json;

namespace KoreXo.Package.Tests.Hosts;

/// <summary>An editor shows what a call lacks while the file is open, without a build.</summary>
[Collection(HostedProjectGroup.Name)]
public sealed class LanguageServerTests(HostedProject project) : IDisposable
{
    private readonly string _tools = Directory.CreateTempSubdirectory("korexo-tools-").FullName;

    [Fact]
    public async Task An_open_file_shows_the_scope_that_a_call_lacks()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var server = await LanguageServer.StartAsync(_tools, project.Folder, limit.Token);

        var diagnostics = await server.DiagnosticsAsync(project.Program, limit.Token);

        var item = Assert.Single(diagnostics.GetProperty("items").EnumerateArray(), static item => Code(item) == "KXO1001");
        Assert.Equal(2, item.GetProperty("range").GetProperty("start").GetProperty("line").GetInt32());
        Assert.DoesNotContain(
            diagnostics.GetProperty("items").EnumerateArray(),
            static item => Code(item).StartsWith("CS", StringComparison.Ordinal)
        );
    }

    public void Dispose() => Directory.Delete(_tools, recursive: true);

    private static string Code(JsonElement diagnostic) => diagnostic.GetProperty("code").GetString()!;
}
