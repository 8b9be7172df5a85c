using KoreXo.Cli.Graphs;
using KoreXo.Cli.Why;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Cli.Tests.Graphs;

/// <summary>
/// Code that is compiled in memory, over the stand-in SDK of the analyzers' cases and the real assemblies of ASP.NET Core, and what its
/// entry points reach. Each scope has a method of its own: <c>Api.Read()</c> needs <c>files:read</c>.
/// </summary>
internal static class GraphedCode
{
    public const string Api = """

        static class Api
        {
            static readonly IFiles Files = null!;
            public static int Read() { Files.GetAsync("1"); return 1; }
            public static int Write() { Files.PutAsync(null!); return 1; }
            public static int Delete() { Files.DeleteAsync("1"); return 1; }
            public static Task<int> ReadAsync() => Task.FromResult(Read());
        }
        """;

    public const string Usings =
        "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; "
        + "global using System.Threading.Tasks; global using KoreXo; global using Acme;";

    private const string WebUsings =
        "global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Http; global using Microsoft.AspNetCore.Mvc; "
        + "global using Microsoft.AspNetCore.Routing; global using Microsoft.Extensions.DependencyInjection; "
        + "global using Microsoft.Extensions.Hosting;";

    public static CSharpParseOptions Parsing { get; } = new(LanguageVersion.Preview);

    private static readonly MetadataReference[] Framework = Platform("System.");
    private static readonly MetadataReference[] Web =
    [
        .. Framework,
        .. Platform("Microsoft.AspNetCore."),
        .. Platform("Microsoft.Extensions."),
    ];
    private static readonly SyntaxTree UsingsTree = CSharpSyntaxTree.ParseText(Usings, Parsing, "/src/Usings.cs");
    private static readonly MetadataReference Sdk = CompileSdk();

    // The references are bound once.
    private static readonly CSharpCompilation App = Create("App", OutputKind.ConsoleApplication, [UsingsTree], [.. Framework, Sdk]);
    private static readonly CSharpCompilation WebApp = Create(
        "App",
        OutputKind.ConsoleApplication,
        [UsingsTree, CSharpSyntaxTree.ParseText(WebUsings, Parsing, "/src/WebUsings.cs")],
        [.. Web, Sdk]
    );

    /// <summary>The assemblies of the platform, without ASP.NET Core, and the stand-in SDK.</summary>
    public static IEnumerable<MetadataReference> References => [.. Framework, Sdk];

    /// <summary>Compiles a program or library; its file is <c>/src/App/Program.cs</c> if its assembly is <c>App</c>.</summary>
    public static CSharpCompilation Compile(
        string code,
        string assembly = "App",
        OutputKind output = OutputKind.ConsoleApplication,
        params MetadataReference[] references
    ) => From(App.WithOptions(App.Options.WithOutputKind(output)), code, assembly, references);

    /// <summary>Compiles a program with further files.</summary>
    public static CSharpCompilation CompileParts(string code, params SyntaxTree[] parts) =>
        Checked(App.AddSyntaxTrees([Parse(code, "App"), .. parts]));

    /// <summary>Compiles a program that uses ASP.NET Core.</summary>
    public static CSharpCompilation CompileWeb(string code, string assembly = "App", params MetadataReference[] references) =>
        From(WebApp, code, assembly, references);

    public static Task<SolutionGraph> BuildAsync(params CSharpCompilation[] compilations) =>
        SolutionGraph.BuildAsync(
            [.. compilations.Select(static compilation => ((Compilation)compilation, new AnalyzerOptions([])))],
            CancellationToken.None
        );

    /// <summary>Returns the entry points with a scope each, as <c>Main top-level statements: files:read</c>.</summary>
    public static async Task<IEnumerable<string>> EntriesAsync(params CSharpCompilation[] compilations)
    {
        var built = await BuildAsync(compilations);
        return
        [
            .. built
                .Graph.EntryPoints.Select(entry => (Entry: entry, Scopes: Scopes(built, entry)))
                .Where(static row => row.Scopes.Length > 0)
                .Select(static row => $"{row.Entry.Kind} {row.Entry.Title}: {row.Scopes}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Returns the scopes that a program with top-level statements needs.</summary>
    public static async Task<string> ReachedAsync(string code)
    {
        var built = await BuildAsync(Compile(code + Api));
        return Scopes(built, built.Graph.EntryPoints.Single(static entry => entry.Title == "top-level statements"));
    }

    /// <summary>Returns the scopes that an entry point needs.</summary>
    public static string Scopes(SolutionGraph built, EntryPoint entry) =>
        string.Join(
            ' ',
            built
                .From(entry)
                .Reached.SelectMany(static node => node.Calls)
                .SelectMany(static call => call.Call.Need.All[0].Scopes)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );

    /// <summary>Returns why the code that a program reaches cannot be analyzed.</summary>
    public static async Task<IEnumerable<string>> UnknownAsync(params CSharpCompilation[] compilations)
    {
        var built = await BuildAsync(compilations);
        return
        [
            .. built
                .From(built.Graph.EntryPoints.Single(static entry => entry.Title == "top-level statements"))
                .Reached.SelectMany(static node => node.Unknown)
                .Select(static use => string.Join(' ', [use.Reason + ":", .. use.Scopes.Select(static scope => scope.Scope)])),
        ];
    }

    private static CSharpCompilation From(CSharpCompilation whole, string code, string assembly, MetadataReference[] references)
    {
        whole = whole.AddSyntaxTrees(Parse(code, assembly));
        whole = assembly == whole.AssemblyName ? whole : whole.WithAssemblyName(assembly);
        return Checked(references.Length == 0 ? whole : whole.AddReferences(references));
    }

    private static CSharpCompilation Checked(CSharpCompilation compilation)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    public static SyntaxTree Parse(string code, string assembly, string file = "Program.cs") =>
        CSharpSyntaxTree.ParseText(code, Parsing, $"/src/{assembly}/{file}");

    private static CSharpCompilation Create(string assembly, OutputKind output, SyntaxTree[] trees, MetadataReference[] references) =>
        CSharpCompilation.Create(
            assembly,
            trees,
            references,
            new CSharpCompilationOptions(output, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)
        );

    private static PortableExecutableReference CompileSdk()
    {
        var cases = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cases.md"));
        var prelude = cases.Split("```csharp prelude\n")[1].Split("\n```")[0];
        using var image = new MemoryStream();
        var emitted = Create("Acme", OutputKind.DynamicallyLinkedLibrary, [Parse(prelude, "Acme")], Framework).Emit(image);
        Assert.True(emitted.Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static MetadataReference[] Platform(string prefix) =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(file => Path.GetFileName(file).StartsWith(prefix, StringComparison.Ordinal))
                .Select(static file => MetadataReference.CreateFromFile(file)),
        ];
}
