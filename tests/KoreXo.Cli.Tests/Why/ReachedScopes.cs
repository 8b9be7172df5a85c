using System.Globalization;
using KoreXo.Cli.Why;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace KoreXo.Cli.Tests.Why;

/// <summary>The scopes that the entry points of a program reach, found without a project.</summary>
internal static class ReachedScopes
{
    private static readonly string Cases = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cases.md"));

    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal))
            .Select(static file => MetadataReference.CreateFromFile(file)),
    ];

    /// <summary>
    /// Returns the scopes of each entry point, by its title; if the code is compiled several times, by the title with the symbol in front.
    /// </summary>
    /// <param name="program">The code.</param>
    /// <param name="symbols">A symbol for each time that the code is compiled.</param>
    public static async Task<IReadOnlyDictionary<string, SortedSet<string>>> FindAsync(string program, params string[] symbols)
    {
        var compilations = symbols.DefaultIfEmpty("Generated").Select(symbol => (Compile(program, symbol), new AnalyzerOptions([])));
        var built = await SolutionGraph.BuildAsync([.. compilations], CancellationToken.None);
        return built.Graph.EntryPoints.ToDictionary(
            entry => symbols.Length == 0 ? entry.Title : $"{entry.Project}: {entry.Title}",
            entry => new SortedSet<string>(
                built.From(entry).Reached.SelectMany(static node => node.Calls).SelectMany(static call => call.Call.Need.All[0].Scopes),
                StringComparer.Ordinal
            ),
            StringComparer.Ordinal
        );
    }

    private static CSharpCompilation Compile(string program, string symbol)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: [symbol]);
        var compilation = CSharpCompilation.Create(
            symbol,
            new[]
            {
                program,
                Fence("prelude"),
                Fence("globals"),
                "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;",
            }.Select(
                (text, index) => CSharpSyntaxTree.ParseText(text, options, string.Create(CultureInfo.InvariantCulture, $"{index}.cs"))
            ),
            Framework,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
        );
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    private static string Fence(string name) => Cases.Split($"```csharp {name}\n")[1].Split("\n```")[0];
}
