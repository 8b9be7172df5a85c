using System.Reflection;
using System.Text.RegularExpressions;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Emit;

/// <summary>
/// Most of what a client costs a build is the compiler on the emitted text, so that text grows only on purpose: raise a number with the
/// table of docs/performance.md.
/// </summary>
public sealed partial class TextBudgetTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, int>> Characters = new(Count);

    [Theory]
    [InlineData("Client", 3_700)]
    [InlineData("Models", 12_700)]
    [InlineData("Json", 13_000)]
    [InlineData("Operations", 1_000)]
    [InlineData("Registration", 370)]
    [InlineData("KnownScopes", 50)]
    public void An_operation_of_the_platform_becomes_at_most_so_many_characters(string construct, int budget) =>
        Assert.InRange(Characters.Value[construct] / Characters.Value["operations"], budget * 9 / 10, budget);

    [Fact]
    public void Every_emitted_file_is_of_a_kind_that_has_a_budget() =>
        Assert.Equal(
            ["Client", "Json", "KnownScopes", "Models", "Operations", "Registration", "operations"],
            Characters.Value.Keys.Order(StringComparer.Ordinal)
        );

    private static Dictionary<string, int> Count()
    {
        var root = typeof(TextBudgetTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(static item => item.Key == "RepositoryRoot")
            .Value!;
        TestDocument[] documents =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(root, "spec"), "*.openapi.yaml")
                .Order(StringComparer.Ordinal)
                .Select(static file => new TestDocument(Path.GetFileName(file), File.ReadAllText(file))),
        ];
        var characters = GeneratorRun
            .Start(new KoreXoGenerator(), documents)
            .Result.GeneratedSources.GroupBy(static source => Kind().Match(source.HintName).Value)
            .ToDictionary(static kind => kind.Key, static kind => kind.Sum(static source => source.SourceText.Length));
        characters["operations"] = documents.Sum(static document => OperationId().Count(document.GetText()!.ToString()));
        return characters;
    }

    [GeneratedRegex("Client|Models|Json|Operations|Registration|KnownScopes|$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Kind();

    [GeneratedRegex("^ +operationId: ", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex OperationId();
}
