using System.Collections.Immutable;
using KoreXo.Generator.Binding;
using KoreXo.Generator.Options;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>What can only be judged across documents: equal clients, and patterns without any match.</summary>
public sealed class CrossDocumentCheckTests
{
    [Theory]
    [InlineData("N", "PetsClient", "N", "PetsClient", "two.yaml KXO2007: N.PetsClient; one.yaml")]
    [InlineData("N", "PetsClient", "N", "PETSClient", "two.yaml KXO2007: N.PETSClient; one.yaml")]
    [InlineData("N", "PetsClient", "N", "Pets", "two.yaml KXO2007: N.Pets; one.yaml")]
    [InlineData("N.Pets", "PetsClient", "N", "PetsClient", "two.yaml KXO2007: N.PetsClient; one.yaml")]
    [InlineData("N", "PetsClient", "M", "PetsClient", "")]
    [InlineData("N", "PetsClient", "N", "OrdersClient", "")]
    public void Two_documents_cannot_have_files_of_one_name(string ns, string client, string otherNs, string other, string expected)
    {
        var results = All(
            Parse("a/one.yaml", Options with { Namespace = ns, ClientName = client }),
            Parse("b/two.yaml", Options with { Namespace = otherNs, ClientName = other })
        );

        Assert.Equal(expected, Problems(results));
        Assert.Equal(expected.Length == 0 ? 2 : 1, CrossDocumentCheck.Distinct(results).Count());
    }

    [Fact]
    public void Each_further_document_is_reported_against_the_first() =>
        Assert.Equal(
            "two.yaml KXO2007: N.TestClient; one.yaml\nthree.yaml KXO2007: N.TestClient; one.yaml",
            Problems(All(Parse("one.yaml", Options), Parse("two.yaml", Options), Parse("three.yaml", Options)))
        );

    [Fact]
    public void A_document_that_cannot_be_read_takes_no_name()
    {
        var results = All(Parse("one.yaml", Options, "a: [1"), Parse("two.yaml", Options));

        Assert.Equal("", Problems(results));
        Assert.Equal("two.yaml", CrossDocumentCheck.Distinct(results).Single().FilePath);
    }

    [Theory]
    [InlineData("getPet,none", "", "one.yaml KXO2008: none; Operations")]
    [InlineData("", "pets,none", "one.yaml KXO2008: none; Tags")]
    [InlineData("none", "none", "one.yaml KXO2008: none; Operations\none.yaml KXO2008: none; Tags")]
    [InlineData("pets", "pets", "one.yaml KXO2008: pets; Operations")]
    [InlineData("getPet", "getPet", "one.yaml KXO2008: getPet; Tags")]
    [InlineData("get*", "pets", "")]
    public void A_pattern_that_selects_nothing_is_reported(string operations, string tags, string expected) =>
        Assert.Equal(expected, Problems(All(Parse("one.yaml", With(operations, tags)))));

    [Fact]
    public void A_pattern_that_selects_something_elsewhere_is_not() =>
        Assert.Equal(
            "one.yaml KXO2008: none; Operations",
            Problems(
                All(
                    Parse("one.yaml", With("getPet,getOrder,none", "") with { ClientName = "One" }),
                    Parse("two.yaml", With("getPet,getOrder,none", "") with { ClientName = "Two" }, Text("getOrder"))
                )
            )
        );

    [Fact]
    public void Patterns_of_a_document_that_cannot_be_read_are_not_judged() =>
        Assert.Equal("", Problems(All(Parse("one.yaml", With("none", ""), "a: [1"))));

    private static DocumentOptions Options => BoundDocument.NoOptions;

    private static DocumentOptions With(string operations, string tags) => new("N", "TestClient", null, List(operations), List(tags), "");

    private static string[] List(string words) => words.Length == 0 ? [] : words.Split(',');

    private static string Text(string id) =>
        $"openapi: 3.0.3\npaths: {{ /a: {{ get: {{ operationId: {id}, tags: [pets], responses: {{}} }} }} }}";

    private static ParseResult Parse(string path, DocumentOptions options, string? text = null) =>
        SpecParser.Parse(path, text ?? Text("getPet"), options, CancellationToken.None);

    private static ImmutableArray<ParseResult> All(params ParseResult[] results) => [.. results];

    private static string Problems(ImmutableArray<ParseResult> results) =>
        string.Join(
            '\n',
            CrossDocumentCheck
                .Run(results)
                .Select(static problem => $"{Path.GetFileName(problem.FilePath)} {problem.RuleId}: {problem.First}; {problem.Second}")
        );
}
