using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace KoreXo.Cli.Tests.Graphs;

/// <summary>What a library without source may need on behalf of its callers.</summary>
public sealed class LibraryUsesTests
{
    private const string Vendor = """
        public class Vendor
        {
            public Vendor() { }
            public static void Run(IFiles files) => files.GetAsync("1");
            public int Value => 1;
            [RequiresScopes("files:write")] public void Known() { }
            public static Vendor operator +(Vendor left, Vendor right) => left;
        }
        """;

    [Theory]
    [InlineData("Vendor.Run(null!);")]
    [InlineData("_ = new Vendor();")]
    [InlineData("Vendor v = null!; _ = v.Value;")]
    [InlineData("Vendor v = null!; _ = v + v;")]
    [InlineData("Action<IFiles> run = Vendor.Run;")]
    public async Task Each_use_of_a_library_that_says_nothing_is_unknown(string code) =>
        Assert.Equal(["the library Vendor:"], await UnknownAsync("", code));

    [Fact]
    public async Task A_library_counts_with_what_it_declares() =>
        Assert.Equal(
            ["the library Vendor: files:read users:read"],
            await UnknownAsync("[assembly: UsesScopes(\"files:read\", \"users:read\", \"files:read\")]", "Vendor.Run(null!);")
        );

    [Theory]
    [InlineData("Vendor v = null!; v.Known();")]
    [InlineData("Vendor? v = null; _ = v is Vendor;")]
    [InlineData("_ = nameof(Vendor.Run);")]
    public async Task What_declares_its_scopes_or_does_not_run_is_not_unknown(string code) => Assert.Empty(await UnknownAsync("", code));

    [Fact]
    public async Task A_client_of_an_API_declares_what_its_members_call() =>
        Assert.Empty(await UnknownAsync("[assembly: KnownScope(\"files:read\")]", "Vendor.Run(null!);"));

    [Fact]
    public async Task A_library_that_knows_nothing_of_scopes_needs_none()
    {
        var library = Image(
            GraphedCode.Compile("public static class Plain { public static void Run() { } }", "Plain", OutputKind.DynamicallyLinkedLibrary)
        );

        Assert.Empty(await GraphedCode.UnknownAsync(GraphedCode.Compile("Plain.Run();", references: library)));
    }

    [Fact]
    public async Task A_project_of_the_solution_is_followed_and_not_unknown()
    {
        var library = GraphedCode.Compile(Vendor, "Vendor", OutputKind.DynamicallyLinkedLibrary);
        var app = GraphedCode.Compile("Vendor.Run(null!);", references: library.ToMetadataReference());

        Assert.Empty(await GraphedCode.UnknownAsync(app, library));
    }

    private static Task<IEnumerable<string>> UnknownAsync(string declaration, string code)
    {
        var library = Image(GraphedCode.Compile(declaration + Vendor, "Vendor", OutputKind.DynamicallyLinkedLibrary));
        return GraphedCode.UnknownAsync(GraphedCode.Compile(code, references: library));
    }

    private static PortableExecutableReference Image(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
