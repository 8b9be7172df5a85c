using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers.Tests.Testing;

/// <summary>Opens test projects in a workspace, as an editor does, and analyzes them.</summary>
public sealed class TestSolution : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();

    public TestSolution(IEnumerable<TestProject> projects)
    {
        Solution = _workspace.CurrentSolution;
        foreach (var project in projects)
        {
            Solution = Add(Solution, project);
        }
    }

    public Solution Solution { get; }

    public void Dispose() => _workspace.Dispose();

    /// <summary>Gives our findings in a project; anything that keeps the analyzers from working is thrown.</summary>
    public Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string project) =>
        AnalyzeAsync(Solution.Projects.Single(candidate => candidate.Name == project));

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project, ScopeAnalyzer? analyzer = null)
    {
        var compilation = await project.GetCompilationAsync();
        var errors = compilation!.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, "The test does not compile: " + string.Join("\n", errors));

        Exception? fault = null;
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            onAnalyzerException: (exception, _, _) => fault = exception,
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false
        );
        var analyzed = await compilation.WithAnalyzers([analyzer ?? new ScopeAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        return fault is null ? analyzed : throw new InvalidOperationException("The analyzer failed.", fault);
    }

    private static Solution Add(Solution solution, TestProject project)
    {
        var id = ProjectId.CreateNewId(project.Name);
        var known = solution.Projects.ToDictionary(
            static candidate => candidate.Name,
            static candidate => candidate.Id,
            StringComparer.Ordinal
        );
        solution = solution.AddProject(
            ProjectInfo
                .Create(id, VersionStamp.Default, project.Name, project.Name, LanguageNames.CSharp)
                .WithCompilationOptions(new CSharpCompilationOptions(project.Output, nullableContextOptions: NullableContextOptions.Enable))
                .WithParseOptions(new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: project.Defines))
                .WithMetadataReferences([.. Net100.References.All, .. project.Libraries])
                .WithProjectReferences(project.References.Select(name => new ProjectReference(known[name])))
        );
        foreach (var file in project.Sources.Concat(project.Unmarked))
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), file.Path, file.Text, filePath: file.FullPath);
        }

        foreach (var file in project.AdditionalFiles)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), file.Path, file.Text, filePath: file.FullPath);
        }

        foreach (var file in project.Configurations)
        {
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), file.Path, file.Text, filePath: file.FullPath);
        }

        return solution;
    }
}
