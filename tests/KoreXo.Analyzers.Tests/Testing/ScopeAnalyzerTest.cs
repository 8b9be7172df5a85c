using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Testing.Model;

namespace KoreXo.Analyzers.Tests.Testing;

/// <summary>A test of the scope analyzer: the marked places are reported, and nothing else is.</summary>
internal sealed class ScopeAnalyzerTest : CSharpAnalyzerTest<ScopeAnalyzer, DefaultVerifier>
{
    private readonly List<Diagnostic> _reported = [];

    /// <summary>Initializes a new instance of the <see cref="ScopeAnalyzerTest"/> class.</summary>
    public ScopeAnalyzerTest()
    {
        ReferenceAssemblies = TestProjects.Framework;
        MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode;
        SolutionTransforms.Add((solution, _) => TestProjects.Configure(solution, Defines));
        DiagnosticVerifier = (diagnostic, _, _) => _reported.Add(diagnostic);
    }

    /// <summary>Gets the preprocessor symbols of a project, by its name.</summary>
    public Dictionary<string, IReadOnlyList<string>> Defines { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets what was reported, after the test has run.</summary>
    public IReadOnlyList<Diagnostic> Reported => _reported;

    /// <inheritdoc/>
    protected override string DefaultTestProjectName => TestProjects.Name;

    /// <summary>Opens the first project, without its marks, for what an editor does with it besides analyzing and fixing.</summary>
    public Task<Project> OpenAsync()
    {
        var state = TestState
            .WithInheritedValuesApplied(baseState: null, [])
            .WithProcessedMarkup(MarkupOptions, defaultDiagnostic: null, new ScopeAnalyzer().SupportedDiagnostics, [], DefaultFilePath);
        return CreateProjectAsync(
            new EvaluatedProjectState(state, ReferenceAssemblies),
            [.. state.AdditionalProjects.Values.Select(project => new EvaluatedProjectState(project, ReferenceAssemblies))],
            CancellationToken.None
        );
    }

    /// <summary>Leaves rules that are off by default off, as in the projects of users; the base class enables all.</summary>
    protected override Project ApplyCompilationOptions(Project project) => project;
}
