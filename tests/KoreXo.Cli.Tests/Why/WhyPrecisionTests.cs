using System.Text.Json;
using KoreXo.Cli.Tests.Scopes;

namespace KoreXo.Cli.Tests.Why;

/// <summary>What is not listed: code that is never part of the program, or never runs, or never reaches the API.</summary>
public sealed class WhyPrecisionTests
{
    [Fact]
    public async Task A_program_does_not_run_what_only_another_program_contains()
    {
        const string Reference = """<ProjectReference Include="../Lib/Lib.csproj" /><Compile Remove="Acme.g.cs" />""";
        using var user = new UserSolution()
            .Project("Lib")
            .Project("App", Reference, output: "Exe")
            .Project("Tests", Reference, output: "Exe")
            .Solution("All.slnx", "Lib", "App", "Tests")
            .Write(
                "Lib/Store.cs",
                """
                public interface IStore { Task SaveAsync(); }
                public class Store(IFiles files) : IStore { public Task SaveAsync() => files.PutAsync(new Doc("1")); }
                public static class Saving
                {
                    public static Task RunAsync(IStore store, Func<Task> then) => Task.WhenAll(store.SaveAsync(), then());
                }
                """
            )
            .Write("App/Program.cs", "await Saving.RunAsync(new Store(null!), () => Task.CompletedTask);")
            .Write(
                "Tests/Program.cs",
                """
                await Saving.RunAsync(new Fake(null!), () => new Fake(null!).SaveAsync());
                class Fake(IFiles files) : IStore { public Task SaveAsync() => files.GetAsync("1"); }
                """
            );

        var ended = await user.RunAsync("scopes why", "All.slnx", "--json");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(["App: files:write", "Tests: files:read files:write"], Scopes(ended.Output));
    }

    [Fact]
    public async Task What_is_behind_a_constant_that_is_false_never_runs()
    {
        using var user = App(
            """
            await App.RunAsync(null!);
            static class App
            {
                const bool Writes = false;
                public static async Task RunAsync(IFiles files)
                {
                    if (Writes) { await files.PutAsync(new Doc("1")); await DropAsync(files); }
                    await (Writes ? DropAsync(files) : files.GetAsync("1"));
                }
                static Task DropAsync(IFiles files) => files.DeleteAsync("1");
            }
            """
        );

        var ended = await user.RunAsync("scopes why", "App", "--json");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        Assert.Equal(["App: files:read"], Scopes(ended.Output));
    }

    [Fact]
    public async Task An_override_that_is_in_the_solution_needs_only_what_it_calls()
    {
        using var user = App(
            """
            await new Fake().RunAsync();
            class Api { [RequiresScopes("files:write")] public virtual Task RunAsync() => Task.CompletedTask; }
            class Fake : Api { public override Task RunAsync() => Task.CompletedTask; }
            static class Late { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() { new Api().RunAsync(); } }
            """
        );

        var ended = await user.RunAsync("scopes why", "App", "--json");

        Assert.Equal((0, ""), (ended.ExitCode, ended.Error));
        using var report = JsonDocument.Parse(ended.Output);
        Assert.Equal(
            "Late.Run",
            Assert.Single(report.RootElement.GetProperty("entryPoints").EnumerateArray()).GetProperty("title").GetString()
        );
    }

    private static UserSolution App(string program) => new UserSolution().Project("App", output: "Exe").Write("App/Program.cs", program);

    private static List<string> Scopes(string json)
    {
        using var report = JsonDocument.Parse(json);
        return
        [
            .. report
                .RootElement.GetProperty("entryPoints")
                .EnumerateArray()
                .Select(static entry =>
                    $"{entry.GetProperty("project")}: {string.Join(' ', entry.GetProperty("scopes").EnumerateArray().Select(static scope => scope.GetProperty("scope")))}"
                ),
        ];
    }
}
