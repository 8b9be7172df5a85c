using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace KoreXo.Analyzers.Tests.Testing;

/// <summary>What the projects of all tests have in common: the newest C#, nullable references and .NET 10.</summary>
internal static class TestProjects
{
    /// <summary>The name of the project that references the others, and of the one project that most tests have.</summary>
    public const string Name = "App";

    /// <summary>Gets no package: the assemblies of the framework are added to every project, so that nothing is downloaded.</summary>
    public static ReferenceAssemblies Framework { get; } = new("net10.0");

    /// <summary>Sets the options of every project, which the testing packages set for the first project only.</summary>
    /// <param name="solution">The solution of the test.</param>
    /// <param name="defines">The preprocessor symbols of a project, by its name.</param>
    public static Solution Configure(Solution solution, IReadOnlyDictionary<string, IReadOnlyList<string>> defines)
    {
        foreach (var id in solution.ProjectIds)
        {
            var project = solution.GetProject(id)!;
            var options = ((CSharpCompilationOptions)project.CompilationOptions!).WithNullableContextOptions(NullableContextOptions.Enable);
            var symbols = defines.GetValueOrDefault(project.Name, []);
            solution = solution
                .WithProjectCompilationOptions(id, options)
                .WithProjectParseOptions(id, new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: symbols))
                .AddMetadataReferences(id, Net100.References.All);
        }

        return solution;
    }
}
