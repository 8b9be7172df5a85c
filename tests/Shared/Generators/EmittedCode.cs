using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace KoreXo.Testing.Generators;

/// <summary>Checks and runs emitted code.</summary>
public static class EmittedCode
{
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
    public static LoadedCode Load(CSharpCompilation compilation, string source)
    {
        var whole = compilation.AddSyntaxTrees(TestCompilation.Parse(source));
        using var image = new MemoryStream();
        var result = whole.Emit(image);
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
        image.Position = 0;
        return new LoadedCode(image);
    }

    private static string Line(Diagnostic finding) =>
        finding.Location.SourceTree is { } tree
            ? tree.GetText().Lines[finding.Location.GetLineSpan().StartLinePosition.Line].ToString().Trim()
            : "";
}
