using KoreXo.Generator.Tests.Harness;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Binding;

public sealed class OperationFilterTests
{
    private const string Text = """
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths:
          /a: { get: { operationId: findIntent, tags: [nlp, main], responses: { '204': { description: Done. } } } }
          /b: { get: { operationId: exportBot, tags: [bots], responses: { '204': { description: Done. } } } }
          /c: { get: { operationId: exportFile, tags: [files], responses: { '204': { description: Done. } } } }
          /d:
            post: { operationId: startImport, tags: [bots], x-job: { status: getImport, state: /s }, responses: { '204': { description: Done. } } }
            get: { operationId: getImport, responses: { '200': { description: Done., content: { application/json: { schema: { type: object, properties: { s: { type: string } } } } } } } }
        """;

    private static readonly string[] Names = ["FindIntent", "ExportBot", "ExportFile", "GetImport", "StartImport"];

    [Theory]
    [InlineData("findIntent", "", "FindIntent")]
    [InlineData("export*", "", "ExportBot,ExportFile")]
    [InlineData("*Bot", "", "ExportBot")]
    [InlineData("*po*o*", "", "ExportBot")]
    [InlineData("e*t*t", "", "ExportBot")]
    [InlineData("*", "", "FindIntent,ExportBot,ExportFile,GetImport,StartImport")]
    [InlineData("findIntent, exportBot", "", "FindIntent,ExportBot")]
    [InlineData("", "main", "FindIntent")]
    [InlineData("", "files,main", "FindIntent,ExportFile")]
    [InlineData("findIntent", "files", "FindIntent,ExportFile")]
    [InlineData("startImport", "", "GetImport,StartImport")]
    [InlineData(" , ", "", "FindIntent,ExportBot,ExportFile,GetImport,StartImport")]
    public async Task Operations_are_chosen_by_name_and_tag(string operations, string tags, string expected)
    {
        var run = await GeneratorVerifier.VerifyGeneratorAsync(
            new TestDocument("bots.yaml", Text).With("Operations", operations).With("Tags", tags)
        );

        var source = run.Source("Bots.Client.g.cs");
        Assert.Equal(expected, string.Join(',', Names.Where(name => source.Contains($" {name}Async(", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("findintent", "", "'findintent' in Operations")]
    [InlineData("exportBot,ex*z", "", "'ex*z' in Operations")]
    [InlineData("exportBot", "Main", "'Main' in Tags")]
    [InlineData("find", "", "'find' in Operations")]
    public Task A_pattern_that_matches_nothing_is_told(string operations, string tags, string which) =>
        GeneratorVerifier.VerifyGeneratorAsync(
            new TestDocument("bots.yaml", Text).With("Operations", operations).With("Tags", tags),
            $"bots.yaml(1,1): warning KXO2008: {which} matches no operation; correct it or remove it"
        );

    [Fact]
    public Task A_pattern_is_judged_over_all_documents_that_share_it() =>
        GeneratorVerifier.VerifyGeneratorAsync(
            [
                new TestDocument("bots.yaml", Text).With("Operations", "getPet,exportBot,none"),
                new TestDocument(
                    "pets.yaml",
                    "openapi: 3.0.3\npaths: { /p: { get: { operationId: getPet, responses: { '204': { description: Done. } } } } }"
                ).With("Operations", "getPet,exportBot,none"),
            ],
            "bots.yaml(1,1): warning KXO2008: 'none' in Operations matches no operation; correct it or remove it"
        );

    [Fact]
    public async Task A_document_without_a_chosen_operation_makes_no_client()
    {
        var run = await GeneratorVerifier.VerifyGeneratorAsync(
            new TestDocument("bots.yaml", Text).With("Operations", "none"),
            "bots.yaml(1,1): warning KXO2008: 'none' in Operations matches no operation; correct it or remove it"
        );

        Assert.Empty(run.Files);
    }
}
