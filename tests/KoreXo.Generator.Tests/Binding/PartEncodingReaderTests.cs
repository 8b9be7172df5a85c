using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>The <c>encoding</c> of the parts of a form.</summary>
public sealed class PartEncodingReaderTests
{
    [Theory]
    [InlineData("{ contentType: text/plain }", "text/plain", null)]
    [InlineData("{ contentType: 'image/png, image/jpeg' }", "image/png, image/jpeg", null)]
    [InlineData("{ explode: false }", null, SpreadStyle.Comma)]
    [InlineData("{ style: form }", null, null)]
    [InlineData("{ style: form, explode: false }", null, SpreadStyle.Comma)]
    [InlineData("{ style: spaceDelimited }", null, SpreadStyle.Space)]
    [InlineData("{ style: pipeDelimited, contentType: text/plain }", "text/plain", SpreadStyle.Pipe)]
    [InlineData("{ style: deepObject }", null, SpreadStyle.Deep)]
    [InlineData("{ contentType: '' }", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("5", null, null)]
    public void A_part_has_its_media_type_and_its_style(string encoding, string? contentType, object? style)
    {
        var part = Bind("{ type: array, items: { type: string } }", encoding).Type<ObjectModel>("ARequest").Properties.Single();

        Assert.Equal((contentType, style), (part.Encoding?.ContentType, part.Encoding?.Style));
    }

    [Theory]
    [InlineData("{ type: string }", "image/png", "File")]
    [InlineData("{}", "application/octet-stream", "File")]
    [InlineData("{ type: string }", "'image/png, text/plain'", "File")]
    [InlineData("{ type: string, format: date }", "image/png", "DateOnly")]
    [InlineData("{ type: string, enum: [a, b] }", "image/png", "ARequestPart")]
    [InlineData("{ type: string }", "text/plain", "String")]
    [InlineData("{ type: object, properties: { x: {} } }", "application/xml", "String")]
    [InlineData("{ type: object, properties: { x: {} } }", "application/json", "ARequestPart")]
    [InlineData("{ oneOf: [{ type: string }, { type: integer }] }", "text/csv", "String")]
    [InlineData("{ type: integer }", "text/plain", "Int64")]
    public void A_media_type_may_say_what_the_schema_does_not(string part, string contentType, string expected) =>
        Assert.Equal(["part: " + expected], Bind(part, $"{{ contentType: {contentType} }}").Members("ARequest"));

    [Theory]
    [InlineData("{ X-Custom: { schema: { type: string } } }", true)]
    [InlineData("{ content-type: { schema: { type: string } } }", false)]
    [InlineData("{ Content-Type: {}, X-Custom: {} }", true)]
    [InlineData("{}", false)]
    public void Headers_of_a_part_are_reported(string headers, bool isReported) =>
        Assert.Equal(
            isReported
                ?
                [
                    "api/main.yaml(3) KXO2009 /paths/~1a/post/requestBody/content/multipart~1form-data/encoding/part: A header of a part of a form; the part is sent without them",
                ]
                : [],
            Bind("{ type: string }", $"{{ headers: {headers} }}").Problems
        );

    [Fact]
    public void An_encoding_of_no_part_is_reported() =>
        Assert.Equal(
            [
                "api/main.yaml(3) KXO2009 /paths/~1a/post/requestBody/content/multipart~1form-data/encoding/prat: The encoding of 'prat', which is no part of the form,; it is ignored",
            ],
            BoundDocument
                .Post(
                    "requestBody: { content: { multipart/form-data: { schema: { type: object, properties: { part: { type: string } } }, encoding: { prat: { contentType: text/plain } } } } }"
                )
                .Problems
        );

    private static BoundDocument Bind(string part, string encoding) =>
        BoundDocument.Post(
            $"requestBody: {{ content: {{ multipart/form-data: {{ schema: {{ type: object, properties: {{ part: {part} }} }}, encoding: {{ part: {encoding} }} }} }} }}"
        );
}
