using KoreXo.Analyzers.Tests.CommandLine;
using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.MSBuild;

namespace KoreXo.Analyzers.Tests.Editors;

/// <summary>What an editor does: opens a project from disk, shows the finding, lists the actions, applies one, saves.</summary>
public sealed class EditorTests
{
    [Fact]
    public async Task The_fix_of_a_project_on_disk_changes_the_manifest_on_disk()
    {
        using var app = UserProject.Acme();
        var restored = await DotNet.RunAsync(app.Folder, "restore", app.ProjectFile);
        Assert.True(restored.ExitCode == 0, restored.Output);
        using var workspace = MSBuildWorkspace.Create();
        var opened = await workspace.OpenProjectAsync(app.ProjectFile);

        // The workspace knows no C# 14 yet and takes the project for C# 13.
        var project = opened.WithParseOptions(((CSharpParseOptions)opened.ParseOptions!).WithLanguageVersion(LanguageVersion.Preview));
        var found = await Analyses.RunAsync(project);
        var missing = found
            .Where(static diagnostic => diagnostic.Id == "KXO1001")
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan)
            .ToList();
        Assert.Equal(3, missing.Count);
        var actions = await OfferedFixes.GetAsync(project, missing[0]);
        var action = Assert.Single(actions, static action => action.Title == "Add 'files:write' in bot.scopes.json");
        var changed = await OfferedFixes.ApplyAsync(action);

        Assert.True(workspace.TryApplyChanges(changed.WithProjectParseOptions(project.Id, opened.ParseOptions!)));
        Assert.Equal(
            """
            {
              "app": "bot",
              "scopes": [
                "admin",
                "files:write",
                "user:read"
              ]
            }

            """,
            app.Read("bot.scopes.json")
        );
        Assert.Equal(2, (await Analyses.RunAsync(changed.GetProject(project.Id)!)).Count(static diagnostic => diagnostic.Id == "KXO1001"));
    }
}
