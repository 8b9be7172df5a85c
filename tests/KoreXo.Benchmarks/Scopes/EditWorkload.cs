using System.Diagnostics;
using System.Globalization;
using KoreXo.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Benchmarks.Scopes;

/// <summary>A project of 200 files with ten scoped calls each, none of them granted, of which one file is edited at a time.</summary>
public sealed class EditWorkload
{
    private const int Files = 200;
    private const int Calls = 10;
    private const string Edited = "Edited() => ";

    private CSharpCompilation _compilation = CSharpCompilation.Create(
        "Work",
        Enumerable.Range(0, Files).Select(static file => ScopeSdk.Parse(Source(file))),
        ScopeSdk.References(),
        ScopeSdk.Library
    );

    private int _edits;

    /// <summary>Changes a number in the next file.</summary>
    /// <returns>What an editor shows in that file: a warning for each call.</returns>
    public async Task<int> EditAsync()
    {
        var old = _compilation.SyntaxTrees[_edits % Files];
        var text = await old.GetTextAsync();
        var at = text.ToString().IndexOf(Edited, StringComparison.Ordinal) + Edited.Length;
        var digits = text.ToString().IndexOf(';', at) - at;
        var number = (++_edits).ToString(CultureInfo.InvariantCulture);
        var tree = old.WithChangedText(text.Replace(new TextSpan(at, digits), number));
        _compilation = _compilation.ReplaceSyntaxTree(old, tree);

        var analyzed = _compilation.WithAnalyzers([new ScopeAnalyzer()], ScopeSdk.Manifest);
        var found = await analyzed.GetAnalyzerSemanticDiagnosticsAsync(_compilation.GetSemanticModel(tree), null, CancellationToken.None);
        return found.Length;
    }

    /// <summary>Builds the project.</summary>
    /// <returns>What the compiler takes without the analyzer, and the analyzer's own time.</returns>
    public async Task<(TimeSpan Compiler, TimeSpan Analyzer)> BuildAsync()
    {
        var started = Stopwatch.GetTimestamp();
        _compilation.WithOptions(ScopeSdk.Library).Emit(Stream.Null);
        var compiler = Stopwatch.GetElapsedTime(started);

        return (compiler, (await ScopeSdk.AnalyzeAsync(_compilation, new ScopeAnalyzer())).Time);
    }

    private static string Source(int file)
    {
        var calls = Enumerable
            .Range(0, Calls)
            .Select(static call =>
                string.Create(CultureInfo.InvariantCulture, $"    public int M{call}(int a) => api.Write(a + {call});\n")
            );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"class Work{file}(IApi api)\n{{\n    public int {Edited}0;\n{string.Concat(calls)}}}\n"
        );
    }
}
