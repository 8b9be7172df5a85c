namespace KoreXo.Cli.Tests.Scopes;

/// <summary>What cannot be looked at is told in one message, with exit code 2.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task A_target_that_is_not_there()
    {
        using var user = new UserSolution();

        Refuses(
            await user.RunAsync("scopes report", "nowhere"),
            "nowhere does not exist. Name a solution, a C# project, or a folder that has one."
        );
        Refuses(await user.RunAsync("scopes report", "."), "has neither a solution nor a C# project");
        user.Write("A.csproj", "<Project />").Write("B.csproj", "<Project />");
        Refuses(await user.RunAsync("scopes report", "."), "has several: A.csproj, B.csproj. Name one.");
    }

    [Fact]
    public async Task A_project_file_that_is_broken()
    {
        using var user = new UserSolution().Write("App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>");

        Refuses(await user.RunAsync("scopes report", "."), "App.csproj cannot be restored:");
        Refuses(await user.RunAsync("scopes report", ".", "--no-restore"), "App.csproj cannot be loaded:");
    }

    [Fact]
    public async Task Code_that_does_not_compile()
    {
        using var user = new UserSolution()
            .Project("App")
            .Write("App/Program.cs", "class P { Task Run(IFiles files) => files.PutThingAsync(); }");

        Refuses(await user.RunAsync("scopes report", "App"), "App does not compile (1 error)", "Program.cs(1): CS1061:");
    }

    [Fact]
    public async Task Two_formats_at_once()
    {
        using var user = new UserSolution();

        Refuses(await user.RunAsync("scopes report", ".", "--json", "--sarif"), "--json and --sarif cannot be combined.");
    }

    private static void Refuses(Korexo.Ended ended, params string[] words)
    {
        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.StartsWith("korexo: ", ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, ended.Error, StringComparison.Ordinal));
    }
}
