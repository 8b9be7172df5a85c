using System.Text;
using KoreXo.Analyzers;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Benchmarks.Scopes;

/// <summary>A project of many like methods, ten operations each, to measure what the scope analyzer takes for one.</summary>
public sealed class ScopeWorkload
{
    private readonly CSharpCompilation _compilation;

    /// <summary>Makes the project.</summary>
    /// <param name="kind">What its methods do.</param>
    /// <param name="methods">How many there are.</param>
    public ScopeWorkload(ScopeWorkloadKind kind, int methods)
    {
        Methods = methods;
        var source = new StringBuilder("using System; class Work(IApi api) { int Own(int n) => n;\n");
        for (var index = 0; index < methods; index++)
        {
            source
                .Append("public int M")
                .Append(index)
                .Append("(int a) { var b = Math.Abs(a); var c = b + 1; Console.WriteLine(c); ")
                .Append(Call(kind))
                .Append(" return Math.Max(b, c) + Own(a); }\n");
        }

        _compilation = CSharpCompilation.Create(
            "Work",
            [ScopeSdk.Parse(source.Append('}').ToString())],
            ScopeSdk.References(),
            ScopeSdk.Library
        );
    }

    public int Methods { get; }

    /// <summary>Analyzes the project once.</summary>
    /// <returns>The analyzer's own time for a method, the control-flow graphs it built, and the warnings it gave.</returns>
    public async Task<(TimeSpan PerMethod, int Graphs, int Warnings)> RunAsync()
    {
        var graphs = new GraphCount();
        var (time, found) = await ScopeSdk.AnalyzeAsync(_compilation, new ScopeAnalyzer(graphs));
        return (time / Methods, graphs.Value, found.Count(static diagnostic => diagnostic.Id == "KXO1001"));
    }

    private static string Call(ScopeWorkloadKind kind) =>
        kind switch
        {
            ScopeWorkloadKind.NoCall => "a += Own(b);",
            ScopeWorkloadKind.Held => "a += api.Read(b);",
            ScopeWorkloadKind.Missing => "a += api.Write(b);",
            _ => "if (api.Holds(\"write\")) a += api.Write(b);",
        };

    private sealed class GraphCount : ScopeProbe
    {
        private int _value;

        public int Value => _value;

        public override void GraphBuilt() => Interlocked.Increment(ref _value);
    }
}
