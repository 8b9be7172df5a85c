using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Testing.Generators;

/// <summary>The strictest project that may use the generator: C# 12, nullable, documented, with every warning the compiler has.</summary>
public static class TestCompilation
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    public static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        warningLevel: 9999
    );

    public static readonly IReadOnlyList<MetadataReference> References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => IsReferenced(Path.GetFileName(path)))
        .Select(static path => (MetadataReference)MetadataReference.CreateFromFile(path))
        .ToList();

    public static CSharpCompilation Create(params string[] sources) =>
        CSharpCompilation.Create("Emitted", sources.Select(Parse), References, Options);

    public static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, ParseOptions);

    private static bool IsReferenced(string file) =>
        file is "mscorlib.dll" or "netstandard.dll" or "KoreXo.Runtime.dll"
        || file.StartsWith("System.", StringComparison.Ordinal)
        || file.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);
}
