using System.Globalization;
using KoreXo.Cli.Why;
using KoreXo.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Abstractions;

namespace KoreXo.Cli.Tests.Why;

/// <summary>The scopes of each entry point, for programs of which the right answer is known.</summary>
public sealed class GeneratedProgramTests(ITestOutputHelper output)
{
    private static readonly string Cases = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cases.md"));

    private static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal))
            .Select(static file => MetadataReference.CreateFromFile(file)),
    ];

    private static readonly int Programs = Soak.Rounds(few: 25, all: 100);

    [Fact]
    public async Task Exactly_what_is_reached_is_needed_where_each_delegate_has_a_type_of_its_own()
    {
        for (var seed = 0; seed < Programs; seed++)
        {
            var program = new GeneratedProgram(seed, sharesDelegates: false);

            var found = await FindAsync(program);

            Assert.All(
                program.Needs,
                needs => Assert.True(needs.Value.SetEquals(found[needs.Key]), Explain(seed, program, needs.Key, found[needs.Key]))
            );
        }
    }

    [Fact]
    public async Task Nothing_that_is_reached_is_missed_where_any_delegate_may_be_any_other()
    {
        var (right, all) = (0, 0);
        for (var seed = 1_000; seed < 1_000 + Programs; seed++)
        {
            var program = new GeneratedProgram(seed, sharesDelegates: true);

            var found = await FindAsync(program);

            Assert.All(
                program.Needs,
                needs => Assert.True(needs.Value.IsSubsetOf(found[needs.Key]), Explain(seed, program, needs.Key, found[needs.Key]))
            );
            right += program.Needs.Values.Sum(static needs => needs.Count);
            all += program.Needs.Keys.Sum(key => found[key].Count);
        }

        output.WriteLine(FormattableString.Invariant($"{right} of {all} scopes found are needed."));
    }

    private static async Task<IReadOnlyDictionary<string, SortedSet<string>>> FindAsync(GeneratedProgram program)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create(
            "Generated",
            new[]
            {
                program.Write(),
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
        var built = await SolutionGraph.BuildAsync([(compilation, new AnalyzerOptions([]))], CancellationToken.None);
        return built.Graph.EntryPoints.ToDictionary(
            static entry => entry.Title,
            entry => new SortedSet<string>(
                built.From(entry).Reached.SelectMany(static node => node.Calls).SelectMany(static call => call.Call.Need.All[0].Scopes),
                StringComparer.Ordinal
            ),
            StringComparer.Ordinal
        );
    }

    private static string Explain(int seed, GeneratedProgram program, string entry, SortedSet<string> found) =>
        $"{entry} of seed {seed}: expected {string.Join(' ', program.Needs[entry])}, found {string.Join(' ', found)}\n{program.Write()}";

    private static string Fence(string name) => Cases.Split($"```csharp {name}\n")[1].Split("\n```")[0];
}
