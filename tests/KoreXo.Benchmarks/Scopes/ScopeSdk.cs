using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Benchmarks.Scopes;

/// <summary>A small scoped API and an app that was granted one of its two scopes.</summary>
internal static class ScopeSdk
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

    public static AnalyzerOptions Manifest { get; } = new([new ManifestFile()]);

    // A new instance each time, so that a compilation with it is a fresh copy.
    public static CSharpCompilationOptions Library =>
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>Returns the references of a project that knows the API as users do: by metadata.</summary>
    public static IEnumerable<MetadataReference> References()
    {
        var sdk = CSharpCompilation.Create("Sdk", [Parse(Sdk)], Net100.References.All, Library);
        using var image = new MemoryStream();
        sdk.Emit(image);
        return [.. Net100.References.All, MetadataReference.CreateFromImage(image.ToArray())];
    }

    /// <summary>Analyzes a compilation once.</summary>
    /// <returns>The analyzer's own time, and everything that was found.</returns>
    public static async Task<(TimeSpan Time, ImmutableArray<Diagnostic> Found)> AnalyzeAsync(
        CSharpCompilation compilation,
        DiagnosticAnalyzer analyzer
    )
    {
        var options = new CompilationWithAnalyzersOptions(
            Manifest,
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: true
        );

        // A fresh copy: the compiler keeps what it has bound.
        var analyzed = compilation.WithOptions(Library).WithAnalyzers([analyzer], options);
        var result = await analyzed.GetAnalysisResultAsync(CancellationToken.None);
        return (result.AnalyzerTelemetryInfo[analyzer].ExecutionTime, result.GetAllDiagnostics());
    }

    public static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview));

    private sealed class ManifestFile : AdditionalText
    {
        public override string Path => "/work.scopes.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From("""{ "scopes": ["read"] }""");
    }
}
