using KoreXo.Cli.Specs;

namespace KoreXo.Cli.Tests.Specs;

/// <summary>The files that a document refers to, which nobody lists for the tool.</summary>
public sealed class ReferencedFilesTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Pets, version: "1" }
        paths: { /pets: { get: { operationId: listPets, responses: { "200": { description: Pets., content: { application/json: { schema: { $ref: "REFERENCE" } } } } } } } }
        """;

    [Theory]
    [InlineData("pet.yaml#/Pet")]
    [InlineData("./pet.yaml#/Pet")]
    [InlineData("sub/../pet.yaml#/Pet")]
    public void A_file_is_found_from_the_file_that_names_it(string reference)
    {
        using var folder = new SpecFolder().Write("pet.yaml", "Pet: { type: object }");

        Assert.Equal([folder.File("pet.yaml")], Read(folder, reference));
    }

    [Fact]
    public void A_name_with_escapes_of_an_address_is_that_of_a_file()
    {
        using var folder = new SpecFolder().Write("a péτ.json", "{}");

        Assert.Equal([folder.File("a péτ.json")], Read(folder, "a%20p%C3%A9%CF%84.json#/Pet"));
    }

    [Fact]
    public void Files_that_name_each_other_are_read_once()
    {
        using var folder = new SpecFolder()
            .Write("a.yaml", "A: { $ref: 'b.yaml#/B' }\nSelf: { $ref: 'a.yaml#/A' }\nBack: { $ref: 'main.yaml' }")
            .Write("b.yaml", "B: { anyOf: [{ $ref: 'a.yaml#/A' }, { $ref: 'c.yml' }] }")
            .Write("c.yml", "type: string");

        Assert.Equal([folder.File("a.yaml"), folder.File("b.yaml"), folder.File("c.yml")], Read(folder, "a.yaml#/A"));
    }

    [Theory]
    [InlineData("missing.yaml#/Pet")]
    [InlineData("https://example.com/pet.yaml#/Pet")]
    [InlineData("#/components/schemas/Pet")]
    [InlineData("secret.txt")]
    public void What_is_not_there_or_no_document_is_not_read(string reference)
    {
        using var folder = new SpecFolder().Write("secret.txt", "Pet: {}");

        Assert.Empty(Read(folder, reference));
    }

    [Fact]
    public void A_file_that_cannot_be_parsed_is_passed_on_for_who_reports_it()
    {
        using var folder = new SpecFolder().Write("pet.yaml", "Pet: [");

        Assert.Equal([folder.File("pet.yaml")], Read(folder, "pet.yaml#/Pet"));
    }

    [Fact]
    public void A_document_without_other_files_is_not_rewritten()
    {
        var text = Document.Replace("REFERENCE", "#/components/schemas/Pet", StringComparison.Ordinal);

        Assert.Same(text, ReferencedFiles.Bundle("main.yaml", text, default));
    }

    [Fact]
    public void A_reference_that_leads_nowhere_is_told_with_its_line()
    {
        using var folder = new SpecFolder().Write("pet.yaml", "Dog: { type: object }");
        var text = Document.Replace("REFERENCE", "pet.yaml#/Pet", StringComparison.Ordinal);

        var message = Assert.Throws<FormatException>(() => ReferencedFiles.Bundle(folder.File("main.yaml"), text, default)).Message;

        Assert.StartsWith($"{folder.File("main.yaml")}, line 3: the reference 'pet.yaml#/Pet' ", message, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Read(SpecFolder folder, string reference) =>
        ReferencedFiles
            .Read(folder.File("main.yaml"), Document.Replace("REFERENCE", reference, StringComparison.Ordinal), default)
            .Select(static part => part.Path);
}
