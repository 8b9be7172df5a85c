using System.Collections.Concurrent;
using Basic.Reference.Assemblies;
using KoreXo.Analyzers.Rules;
using KoreXo.Benchmarks.Scopes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Analyzers.Tests.Performance;

/// <summary>What costs most is not done in vain. The time itself is measured by the benchmark.</summary>
public sealed class AnalyzerCostTests
{
    private const int Methods = 200;

    [Theory]
    [InlineData(ScopeWorkloadKind.NoCall, 0, 0)]
    [InlineData(ScopeWorkloadKind.Held, 0, 0)]
    [InlineData(ScopeWorkloadKind.Missing, 0, Methods)]
    [InlineData(ScopeWorkloadKind.Guarded, Methods, 0)]
    public async Task Control_flow_is_only_followed_where_a_scope_is_missing_and_a_guard_is_near(
        ScopeWorkloadKind kind,
        int graphs,
        int warnings
    )
    {
        var found = await new ScopeWorkload(kind, Methods).RunAsync();

        Assert.Equal((graphs, warnings), (found.Graphs, found.Warnings));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("partial class Client { int Own() => 1; }", "Client, Own, Read, Twice")]
    [InlineData("class Mine { int Own() => 1; }", "Own")]
    public async Task The_bodies_of_emitted_types_are_not_bound_unless_the_user_adds_a_part(string own, string bound)
    {
        const string Emitted = """
            namespace KoreXo
            {
                [System.CodeDom.Compiler.GeneratedCode("KoreXo.Generator", "1")]
                internal sealed class RequiresScopesAttribute(params string[] allOf) : System.Attribute;
            }
            [System.CodeDom.Compiler.GeneratedCode("KoreXo.Generator", "1")]
            public partial class Client { [KoreXo.RequiresScopes("read")] public int Read() => Twice(1); static int Twice(int n) => n + n; }
            """;
        var compilation = CSharpCompilation.Create(
            "Emitted",
            [Parse(Emitted), Parse(own)],
            Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var bodies = new Bodies();

        await compilation.WithAnalyzers([new ScopeAnalyzer(bodies)]).GetAllDiagnosticsAsync();

        Assert.Equal(bound, string.Join(", ", bodies.Names.Order(StringComparer.Ordinal)));
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview));

    private sealed class Bodies : ScopeProbe
    {
        public ConcurrentBag<string> Names { get; } = [];

        public override void CodeBound(ISymbol symbol) => Names.Add(symbol.Name);
    }
}
