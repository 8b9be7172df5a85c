using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace KoreXo.Analyzers.Tests.Testing;

/// <summary>A test of the fixes of the scope analyzer, all of which are offered, in the order of the menu.</summary>
internal class ScopeFixTest : CSharpCodeFixTest<ScopeAnalyzer, EmptyCodeFixProvider, DefaultVerifier>
{
    /// <summary>Initializes a new instance of the <see cref="ScopeFixTest"/> class.</summary>
    public ScopeFixTest()
    {
        ReferenceAssemblies = TestProjects.Framework;
        MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode;
        SolutionTransforms.Add((solution, _) => TestProjects.Configure(solution, Defines));
    }

    /// <summary>Gets the preprocessor symbols of a project, by its name.</summary>
    public Dictionary<string, IReadOnlyList<string>> Defines { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override string DefaultTestProjectName => TestProjects.Name;

    /// <inheritdoc/>
    protected override IEnumerable<CodeFixProvider> GetCodeFixProviders() => OfferedFixes.Providers;

    /// <summary>Leaves rules that are off by default off, as in the projects of users; the base class enables all.</summary>
    protected override Project ApplyCompilationOptions(Project project) => project;
}
