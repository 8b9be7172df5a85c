using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace KoreXo.Testing.Generators;

/// <summary>Compiles emitted code and loads it, to call it: CSharpSourceGeneratorTest compares code and does not run it.</summary>
public static class EmittedCode
{
    private const string TestName = "Test";

    /// <summary>Fails with the faulty lines unless the code compiles without a single warning.</summary>
    public static void AssertCompiles(CSharpCompilation compilation)
    {
        var findings = compilation
            .GetDiagnostics()
            .Where(static finding => finding.Severity >= DiagnosticSeverity.Warning)
            .Take(10)
            .ToList();
        Assert.True(findings.Count == 0, string.Join("\n", findings.Select(static finding => $"{finding}\n    {Line(finding)}")));
    }

    /// <summary>Compiles the code together with a source of the test's and loads it; unloaded on disposal.</summary>
    public static LoadedCode Load(CSharpCompilation compilation, string source) =>
        new(Compile(compilation.AddSyntaxTrees(TestCompilation.Parse(source))));

    /// <summary>Compiles the code so that sources of tests, which see its internal types, can be compiled against it.</summary>
    public static byte[] CompileForTests(CSharpCompilation compilation) =>
        Compile(
            compilation.AddSyntaxTrees(
                TestCompilation.Parse($"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{TestName}\")]")
            )
        );

    /// <summary>Compiles a source of the test's against code that was compiled before, and loads both; unloaded on disposal.</summary>
    public static LoadedCode Load(byte[] code, string source)
    {
        var test = TestCompilation.Create(source).AddReferences(MetadataReference.CreateFromImage(code)).WithAssemblyName(TestName);
        return new LoadedCode(Compile(test), code);
    }

    private static byte[] Compile(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(
            result.Success,
            string.Join(
                "\n",
                result
                    .Diagnostics.Where(static finding => finding.Severity == DiagnosticSeverity.Error)
                    .Take(10)
                    .Select(static finding => $"{finding}\n    {Line(finding)}")
            )
        );
        return image.ToArray();
    }

    private static string Line(Diagnostic finding) =>
        finding.Location.SourceTree is { } tree
            ? tree.GetText().Lines[finding.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
            : "";
}
