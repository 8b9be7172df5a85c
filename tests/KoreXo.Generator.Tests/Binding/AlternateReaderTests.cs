using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Further methods for further forms of a response.</summary>
public sealed class AlternateReaderTests
{
    private const string Types = "components: { schemas: { Pet: { properties: { name: {} } }, Page: { properties: { pets: {} } } } }";
    private const string Pet = "application/json: { schema: { $ref: '#/components/schemas/Pet' } }";

    [Theory]
    [InlineData(Pet + ", text/csv: {}", "AAsCsv: String")]
    [InlineData(Pet + ", text/csv: { schema: { type: string } }", "AAsCsv: String")]
    [InlineData(Pet + ", application/pdf: {}", "AAsPdf: BinaryResponse")]
    [InlineData(Pet + ", application/vnd.ms-excel: { schema: { type: string, format: binary } }", "AAsVndMsExcel: BinaryResponse")]
    [InlineData(Pet + ", application/octet-stream: {}", "AAsBytes: BinaryResponse")]
    [InlineData(Pet + ", text/plain: {}", "AAsText: String")]
    [InlineData(Pet + ", text/event-stream: {}", "AAsEventStream: String")]
    [InlineData(Pet + ", application/x-ndjson: { schema: { $ref: '#/components/schemas/Pet' } }", "AAsNdjson: Pet")]
    [InlineData(Pet + ", application/vnd.page+json: { schema: { $ref: '#/components/schemas/Page' } }", "AAsVndPageJson: Page")]
    [InlineData(Pet + ", application/hal+json: { schema: { $ref: '#/components/schemas/Pet' } }", "")]
    [InlineData(Pet + ", application/hal+json: {}", "")]
    [InlineData(Pet + ", application/xml: { schema: { $ref: '#/components/schemas/Pet' } }", "")]
    [InlineData(Pet + ", application/xml: {}", "")]
    [InlineData(Pet + ", image/*: {}", "")]
    [InlineData(Pet + ", text/csv: {}, text/csv; charset=utf-8: {}", "AAsCsv: String")]
    [InlineData("text/csv: {}, application/pdf: {}", "AAsPdf: BinaryResponse")]
    [InlineData("text/csv: {}, text/html: {}", "")]
    [InlineData("application/pdf: {}, image/png: {}", "")]
    [InlineData(Pet, "")]
    public void A_form_of_another_type_is_a_method_of_its_own(string content, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                BoundDocument
                    .Get($"responses: {{ '200': {{ description: Done., content: {{ {content} }} }} }}", Types)
                    .Operation("a")
                    .Alternates.Select(static one => $"{one.Name}: {BoundDocument.Describe(one.Result.Type)}")
            )
        );

    [Fact]
    public void A_further_form_keeps_what_the_operation_says()
    {
        var operation = BoundDocument
            .Get(
                $"deprecated: true, summary: Gets., parameters: [{{ name: q, in: query, schema: {{ type: string }} }}], responses: {{ '200': {{ description: Done., content: {{ {Pet}, text/csv: {{}} }} }} }}",
                Types
            )
            .Operation("a");

        var other = Assert.Single(operation.Alternates);
        Assert.Equal((true, "Gets.", "AOptions"), (other.IsDeprecated, other.Summary, other.OptionsName));
        Assert.Equal(("text/csv, */*;q=0.1", "Done."), (other.Result.Accept, other.Result.Description));
    }

    [Fact]
    public void A_name_that_another_operation_has_is_not_taken() =>
        Assert.Equal(
            ["A", "AAsCsv", "AAsCsvResponse"],
            BoundDocument
                .Of(
                    $$"""
                    paths:
                      /a: { get: { operationId: a, responses: { '200': { description: Done., content: { {{Pet}}, text/csv: {} } } } } }
                      /b: { get: { operationId: aAsCsv, responses: {} } }
                    {{Types}}
                    """
                )
                .Model.Operations.SelectMany(static one => one.All)
                .Select(static one => one.Name)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_further_form_of_a_list_has_no_pages() =>
        Assert.Null(
            Assert
                .Single(
                    BoundDocument
                        .Get(
                            "x-paging: { style: page, items: / }, responses: { '200': { description: Done., content: { application/json: { schema: { type: array, items: { type: string } } }, text/csv: {} } } }"
                        )
                        .Operation("a")
                        .Alternates
                )
                .Paging
        );
}
