using System.Text.Json;
using KoreXo.Cli.Tests.Scopes;

namespace KoreXo.Cli.Tests.Why;

/// <summary>Who needs a scope, and through which calls.</summary>
public sealed class WhyTests
{
    private const string Program = """
        using var timer = new System.Threading.Timer(_ => Clean.Up(null!), null, 0, 1000);
        var store = new Store(null!);
        await new Importer(store).RunAsync();

        class Importer(IStore store)
        {
            public async Task RunAsync()
            {
                foreach (var id in Ids())
                {
                    await store.LoadAsync(id);
                }
            }

            static IEnumerable<string> Ids() { yield return "1"; }
        }

        interface IStore { Task LoadAsync(string id); }

        class Store(IFiles files) : IStore
        {
            public Task LoadAsync(string id) => files.GetAsync(id);
            public Task Forgotten(string id) => files.DeleteAsync(id);
        }

        static class Clean
        {
            public static void Up(IFiles files) => files.PutAsync(new Doc("1"));
            public static object? Guess(object value, string name) => value.GetType().GetMethod(name)!.Invoke(value, null);
        }
        """;

    [Fact]
    public async Task Each_entry_point_has_its_scopes_and_the_shortest_way_to_each_call()
    {
        using var user = App(Program);

        var ended = await user.RunAsync("scopes why", "App");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains(
            """
            ## top-level statements

            Start of App, Program.cs:1.

            - `files:read`
            - `files:write`

            | call | requires | path |
            |---|---|---|
            | `IFiles.GetAsync` Program.cs:22 | `files:read` | `top-level statements` Program.cs:3<br>`Importer.RunAsync` Program.cs:11<br>`Store.LoadAsync` Program.cs:22 |
            """,
            ended.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "## timer: lambda in top-level statements\n\nTimer of App, Program.cs:1.\n\n- `files:write`\n",
            ended.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("## Not reached from any entry point\n", ended.Output, StringComparison.Ordinal);
        Assert.Contains("| `IFiles.DeleteAsync` Program.cs:23 | `files:delete` or `admin` |  |", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_cannot_be_followed_is_listed_as_unknown()
    {
        using var user = App(
            Program
                + "\nstatic class Late { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() { Clean.Guess(\"\", \"Trim\"); dynamic d = 1; d.Save(); } }"
        );

        var ended = await user.RunAsync("scopes why", "App", "--json", "--entry", "Late.Run");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        using var report = JsonDocument.Parse(ended.Output);
        var entry = Assert.Single(report.RootElement.GetProperty("entryPoints").EnumerateArray());
        Assert.Equal(
            ["reflection", "dynamic"],
            entry.GetProperty("unknown").EnumerateArray().Select(static use => use.GetProperty("reason").GetString())
        );
        Assert.Equal(0, entry.GetProperty("calls").GetArrayLength());
    }

    [Fact]
    public async Task A_scope_that_nothing_needs_is_an_error()
    {
        using var user = App(Program);

        var ended = await user.RunAsync("scopes why", "App", "--scope", "files:raed");

        Assert.Equal((2, "korexo: Nothing in App.csproj requires the scope 'files:raed'.\n"), (ended.ExitCode, ended.Error));
    }

    [Fact]
    public async Task Sarif_has_the_way_to_a_call_as_a_code_flow()
    {
        using var user = App(Program);

        var ended = await user.RunAsync("scopes why", "App", "--sarif", "--scope", "files:read");

        using var sarif = JsonDocument.Parse(ended.Output);
        var result = Assert.Single(sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray());
        var flow = result.GetProperty("codeFlows")[0].GetProperty("threadFlows")[0].GetProperty("locations");
        Assert.Equal(
            ["top-level statements 3", "Importer.RunAsync 11", "Store.LoadAsync 22"],
            flow.EnumerateArray()
                .Select(static step => step.GetProperty("location"))
                .Select(static step =>
                    $"{step.GetProperty("message").GetProperty("text")} {step.GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine")}"
                )
        );
    }

    [Fact]
    public async Task The_calls_of_a_referenced_project_belong_to_the_programs_that_use_it()
    {
        using var user = new UserSolution()
            .Project("Lib")
            .Project("App", """<ProjectReference Include="../Lib/Lib.csproj" /><Compile Remove="Acme.g.cs" />""", output: "Exe")
            .Write(
                "Lib/Store.cs",
                "public class Store(IFiles files) { public Task SaveAsync(Doc d) => files.PutAsync(d); public Task DropAsync() => files.DeleteAsync(\"1\"); }"
            )
            .Write("App/Program.cs", "await new Store(null!).SaveAsync(new Doc(\"1\"));")
            .Write("App/bot.scopes.json", """{ "app": "bot", "scopes": ["files:write"] }""");

        var ended = await user.RunAsync("scopes why", "App", "--json");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        using var report = JsonDocument.Parse(ended.Output);
        var entry = Assert.Single(report.RootElement.GetProperty("entryPoints").EnumerateArray());
        Assert.Equal("main", entry.GetProperty("kind").GetString());
        Assert.Equal("IFiles.PutAsync", Assert.Single(entry.GetProperty("calls").EnumerateArray()).GetProperty("member").GetString());
        Assert.Equal(
            "IFiles.DeleteAsync",
            Assert.Single(report.RootElement.GetProperty("unreached").EnumerateArray()).GetProperty("member").GetString()
        );
    }

    [Fact]
    public async Task Routes_controllers_and_workers_are_entry_points_and_their_services_are_followed()
    {
        using var user = new UserSolution()
            .Project("Web", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""", output: "Exe")
            .Write(
                "Web/Program.cs",
                """
                using Microsoft.AspNetCore.Builder;
                using Microsoft.AspNetCore.Http;
                using Microsoft.AspNetCore.Mvc;
                using Microsoft.Extensions.DependencyInjection;
                using Microsoft.Extensions.Hosting;

                var builder = WebApplication.CreateBuilder(args);
                builder.Services.AddSingleton<IReader, Reader>();
                builder.Services.AddHostedService<Nightly>();
                var app = builder.Build();
                var reader = app.Services.GetRequiredService<IReader>();
                app.MapGet("/files/{id}", reader.ReadAsync);
                app.MapDelete("/files/{id}", (IFiles files, string id) => files.DeleteAsync(id));
                var old = app.MapGroup("/old/").WithTags("old").MapGroup("v1");
                old.MapGroup("/files").MapDelete("/{id}", (IFiles files, string id) => files.DeleteAsync(id));
                app.MapControllers();
                app.Run();

                [ApiController]
                public class FilesController(IReader reader) : ControllerBase { [HttpPut] public Task Put() => reader.WriteAsync(); }

                public class Nightly(IReader reader) : BackgroundService
                {
                    protected override Task ExecuteAsync(CancellationToken stoppingToken) => reader.WriteAsync();
                }

                public interface IReader { Task ReadAsync(string id); Task WriteAsync(); }

                public class Reader(IFiles files) : IReader
                {
                    public Task ReadAsync(string id) => files.GetAsync(id);
                    public Task WriteAsync() => files.PutAsync(new Doc("1"));
                }
                """
            )
            .Write("Web/bot.scopes.json", """{ "app": "bot", "scopes": [] }""");

        var ended = await user.RunAsync("scopes why", "Web", "--json");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        using var report = JsonDocument.Parse(ended.Output);
        Assert.Equal(
            [
                "route GET /files/{id}: files:read",
                "route DELETE /files/{id}: admin files:delete",
                "route DELETE /old/v1/files/{id}: admin files:delete",
                "route FilesController.Put: files:write",
                "hostedService Nightly.ExecuteAsync: files:write",
            ],
            report
                .RootElement.GetProperty("entryPoints")
                .EnumerateArray()
                .Select(static entry =>
                    $"{entry.GetProperty("kind")} {entry.GetProperty("title")}: {string.Join(' ', entry.GetProperty("scopes").EnumerateArray().Select(static scope => scope.GetProperty("scope")))}"
                )
        );
        Assert.Equal(0, report.RootElement.GetProperty("unreached").GetArrayLength());
    }

    [Fact]
    public async Task A_call_whose_scopes_its_document_does_not_state_is_unknown()
    {
        using var user = App(
            """
            await Api.AskAsync();
            static class Api { [ApiOperation("ask", "GET", "/ask")] public static Task AskAsync() => Task.CompletedTask; }
            namespace KoreXo { class ApiOperationAttribute(string id, string verb, string path) : Attribute; }
            """
        );

        var ended = await user.RunAsync("scopes why", "App");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Contains(
            "| Api.AskAsync, whose scopes its document does not state Program.cs:1 | nothing |",
            ended.Output,
            StringComparison.Ordinal
        );
    }

    private static UserSolution App(string program) =>
        new UserSolution()
            .Project("App", output: "Exe")
            .Write("App/Program.cs", program)
            .Write("App/bot.scopes.json", """{ "app": "bot", "scopes": [] }""");
}
