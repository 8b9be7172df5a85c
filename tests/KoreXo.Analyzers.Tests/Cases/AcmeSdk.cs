using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Analyzers.Tests.Cases;

/// <summary>The stand-in SDK of the cases as an assembly.</summary>
public static class AcmeSdk
{
    private static readonly Lazy<MetadataReference> Compiled = new(Compile);

    public static MetadataReference Reference => Compiled.Value;

    private static PortableExecutableReference Compile()
    {
        var compilation = CSharpCompilation.Create(
            "Acme.Sdk",
            [CSharpSyntaxTree.ParseText(CaseFile.Prelude, new CSharpParseOptions(LanguageVersion.Preview))],
            Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;
        return MetadataReference.CreateFromStream(image);
    }
}
