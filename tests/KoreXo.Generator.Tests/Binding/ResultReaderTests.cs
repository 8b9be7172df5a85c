using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>The result of a method: which response it is, how it is read, and what is accepted.</summary>
public sealed class ResultReaderTests
{
    private const string Pet = "components: { schemas: { Pet: { type: object, properties: { name: { type: string } } } } }";
    private const string Json = "application/json: { schema: { $ref: '#/components/schemas/Pet' } }";

    [Theory]
    [InlineData(Json, "Pet", null)]
    [InlineData("application/json: {}", "Any", null)]
    [InlineData("application/json: { schema: { type: [integer, 'null'] } }", "Int64?", null)]
    [InlineData("application/hal+json: { schema: { type: integer } }", "Int64", "application/hal+json, */*;q=0.1")]
    [InlineData("'*/*': { schema: { type: integer } }", "Int64", null)]
    [InlineData("'*/*': { schema: { type: string } }", "String text", null)]
    [InlineData("'*/*': { schema: { type: string, format: binary } }", "BinaryResponse", "*/*")]
    [InlineData("text/plain: {}", "String text", "text/plain, */*;q=0.1")]
    [InlineData("text/plain: {}, " + Json, "Pet", null)]
    [InlineData("text/plain: {}, application/json: { schema: { type: string } }", "String text", null)]
    [InlineData("application/xml: {}, text/csv: {}", "String text", "application/xml, text/csv, */*;q=0.1")]
    [InlineData("application/pdf: {}", "BinaryResponse", "application/pdf, */*;q=0.1")]
    [InlineData("image/*: {}", "BinaryResponse", "*/*")]
    [InlineData("image/*: {}, application/pdf: {}", "BinaryResponse", "application/pdf, */*;q=0.1")]
    [InlineData("application/pdf: {}, text/html: {}", "String text", "text/html, */*;q=0.1")]
    [InlineData("application/x-ndjson: { schema: { type: integer } }", "Int64 Lines", "application/x-ndjson, */*;q=0.1")]
    [InlineData("text/event-stream: {}", "String Events", "text/event-stream, */*;q=0.1")]
    [InlineData("nonsense: {}", "BinaryResponse", "*/*")]
    public void Content_says_how_a_response_is_read(string content, string expected, string? accept)
    {
        var result = Bind($"'200': {{ description: Done., content: {{ {content} }} }}").Operation().Result;

        Assert.Equal((expected, accept), (Describe(result), result.Accept));
    }

    [Theory]
    [InlineData("'201': { description: Made., content: { " + Json + " } }, '200': { description: Done. }", "Pet? maybe empty", "Made.")]
    [InlineData(
        "'200': { description: Done., content: { " + Json + " } }, '400': { description: Bad., content: { text/plain: {} } }",
        "Pet",
        "Done."
    )]
    [InlineData("default: { description: Any., content: { " + Json + " } }", "Pet", "Any.")]
    [InlineData("default: { description: Any., content: { " + Json + " } }, '200': { description: Done. }", "nothing", "Done.")]
    [InlineData("2XX: { description: Done., content: { " + Json + " } }", "Pet", "Done.")]
    [InlineData("'204': { description: Done., content: { " + Json + " } }", "nothing", "Done.")]
    [InlineData("'205': { description: Done., content: { " + Json + " } }", "nothing", "Done.")]
    [InlineData("'200': { description: Done., content: {} }", "nothing", "Done.")]
    [InlineData("'200': { $ref: '#/components/responses/None' }", "nothing", "")]
    [InlineData("'400': { description: Bad., content: { " + Json + " } }", "nothing", "")]
    [InlineData("'302': { description: Elsewhere. }", "location", "Elsewhere.")]
    [InlineData("3XX: { description: Elsewhere. }", "location", "Elsewhere.")]
    [InlineData("'304': { description: Same. }", "nothing", "")]
    [InlineData("'302': { description: Elsewhere. }, '200': { description: Done. }", "nothing", "Done.")]
    [InlineData("'302': { description: Elsewhere. }, default: { description: Bad., content: { " + Json + " } }", "location", "Elsewhere.")]
    [InlineData("x-more: 5", "nothing", "")]
    public void The_result_is_the_first_success_with_content(string responses, string expected, string description)
    {
        var result = Bind(responses).Operation().Result;

        Assert.Equal((expected, description), (Describe(result), result.Description));
    }

    [Theory]
    [InlineData("head", "nothing")]
    [InlineData("get", "Pet")]
    [InlineData("options", "Pet")]
    public void A_HEAD_has_no_content(string verb, string expected) =>
        Assert.Equal(
            expected,
            Describe(
                BoundDocument
                    .Of(
                        $"paths: {{ /a: {{ {verb}: {{ operationId: a, responses: {{ '200': {{ description: Done., content: {{ {Json} }} }} }} }} }} }}\n{Pet}"
                    )
                    .Operation()
                    .Result
            )
        );

    [Fact]
    public void Parts_that_are_read_as_bytes_are_reported() =>
        Assert.Equal(
            [
                "api/main.yaml(3) KXO2009 /paths/~1a/get/responses/200/content/multipart~1mixed: The media type 'multipart/mixed'; the content is treated as bytes; write or read its parts yourself",
            ],
            Bind("'200': { description: Done., content: { multipart/mixed: {} } }").Problems
        );

    [Fact]
    public void No_header_has_more_than_eight_media_types() =>
        Assert.Equal(
            9,
            Bind(
                    $"'200': {{ description: Done., content: {{ {string.Join(", ", Enumerable.Range(0, 20).Select(static i => $"image/x{i}: {{}}"))} }} }}"
                )
                .Operation()
                .Result.Accept!.Split(',')
                .Length
        );

    private static BoundDocument Bind(string responses) => BoundDocument.Get($"responses: {{ {responses} }}", Pet);

    private static string Describe(ResultModel result) =>
        result.IsLocation
            ? "location"
            : BoundDocument.Describe(result.Type)
                + (result.IsText ? " text" : "")
                + (result.Stream is { } format ? " " + format : "")
                + (result.MayBeEmpty ? " maybe empty" : "");
}
