using System.Text;
using Basic.Reference.Assemblies;
using KoreXo.Analyzers;
using KoreXo.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Benchmarks.Scopes;

/// <summary>A project of many like methods, ten operations each, to measure what the scope analyzer takes for one.</summary>
public sealed class ScopeWorkload
{
    private const string Sdk = """
        namespace KoreXo
        {
            [System.AttributeUsage(System.AttributeTargets.All, AllowMultiple = true)] public sealed class RequiresScopesAttribute(params string[] allOf) : System.Attribute { public string? Credential { get; set; } }
            public sealed class ScopeGuardAttribute(params string[] scopes) : System.Attribute;
        }
        public interface IApi
        {
            [KoreXo.RequiresScopes("read")] int Read(int id);
            [KoreXo.RequiresScopes("write")] int Write(int id);
            [KoreXo.ScopeGuard] bool Holds(string scope);
        }
        """;

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

        // Known to the project as to a user's: by metadata.
        var sdk = CSharpCompilation.Create("Sdk", [Parse(Sdk)], Net100.References.All, Library);
        using var image = new MemoryStream();
        sdk.Emit(image);
        _compilation = CSharpCompilation.Create(
            "Work",
            [Parse(source.Append('}').ToString())],
            [.. Net100.References.All, MetadataReference.CreateFromImage(image.ToArray())],
            Library
        );
    }

    public int Methods { get; }

    private static CSharpCompilationOptions Library =>
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>Analyzes the project once.</summary>
    /// <returns>The analyzer's own time for a method, the control-flow graphs it built, and the warnings it gave.</returns>
    public async Task<(TimeSpan PerMethod, int Graphs, int Warnings)> RunAsync()
    {
        var graphs = new GraphCount();
        DiagnosticAnalyzer analyzer = new ScopeAnalyzer(graphs);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([new Manifest()]),
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true
        );

        // A fresh copy: the compiler keeps what it has bound.
        var analyzed = _compilation.WithOptions(Library).WithAnalyzers([analyzer], options);
        var result = await analyzed.GetAnalysisResultAsync(CancellationToken.None);
        var warnings = result.GetAllDiagnostics().Count(static diagnostic => diagnostic.Id == "KXO1001");
        return (result.AnalyzerTelemetryInfo[analyzer].ExecutionTime / Methods, graphs.Value, warnings);
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview));

    private static string Call(ScopeWorkloadKind kind) =>
        kind switch
        {
            ScopeWorkloadKind.NoCall => "a += Own(b);",
            ScopeWorkloadKind.Held => "a += api.Read(b);",
            ScopeWorkloadKind.Missing => "a += api.Write(b);",
            _ => "if (api.Holds(\"write\")) a += api.Write(b);",
        };

    private sealed class Manifest : AdditionalText
    {
        public override string Path => "/work.scopes.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From("""{ "scopes": ["read"] }""");
    }

    private sealed class GraphCount : ScopeProbe
    {
        private int _value;

        public int Value => _value;

        public override void GraphBuilt() => Interlocked.Increment(ref _value);
    }
}
