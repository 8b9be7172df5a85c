using KoreXo.Analyzers.Tests.Cases;
using KoreXo.Analyzers.Tests.Testing;

namespace KoreXo.Analyzers.Tests.CommandLine;

/// <summary>A build says of a file that looks like a manifest why it is none, and what to do.</summary>
public sealed class StrayManifestTests
{
    [Fact]
    public async Task Manifests_with_another_name_and_in_another_folder_are_reported()
    {
        using var app = new UserProject("App");
        Write(app);
        app.Write("scopes.json", "{ }");
        app.Write("bot.scopes.json", """{ "scopes": ["files:write"] }""");
        Directory.CreateDirectory(Path.Combine(app.Folder, "config"));
        app.Write("config/other.scopes.json", """{ "scopes": [] }""");

        var built = await app.BuildAsync();

        Assert.Equal(["other.scopes.json(1,1): warning KXO1011", "scopes.json(1,1): warning KXO1011"], UserProject.Findings(built.Output));
        Assert.Contains("<AdditionalFiles Include=\"config/other.scopes.json\" />", built.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_that_the_project_lists_is_used_wherever_it_is()
    {
        using var app = new UserProject("App", """<AdditionalFiles Include="config/other.scopes.json" />""");
        Write(app);
        Directory.CreateDirectory(Path.Combine(app.Folder, "config"));
        app.Write("config/other.scopes.json", """{ "scopes": [] }""");

        Assert.Equal(["Program.cs(3,37): warning KXO1001"], UserProject.Findings((await app.BuildAsync()).Output));
    }

    private static void Write(UserProject app)
    {
        var targets = RepositoryFiles.PathOf("analyzers/KoreXo.Analyzers/build/KoreXo.Analyzers.targets");
        app.Write("Directory.Build.targets", $"<Project><Import Project=\"{targets}\" /></Project>");
        app.Write("Acme.g.cs", CaseFile.Prelude);
        app.Write("GlobalUsings.cs", CaseFile.GlobalUsings);
        app.Write("Program.cs", "class P\n{\n    Task Run(IFiles files) => files.PutAsync(null!);\n}\n");
    }
}
