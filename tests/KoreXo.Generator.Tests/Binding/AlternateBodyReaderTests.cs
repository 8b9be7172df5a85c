using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Further methods for further forms of a request body.</summary>
public sealed class AlternateBodyReaderTests
{
    private const string Types = """
        components:
          schemas:
            Pet: { type: object, properties: { name: { type: string } } }
            Patch: { type: array, items: { type: object, properties: { op: { type: string } } } }
            Photo: { type: object, properties: { name: { type: string, format: binary } } }
            Other: { type: object, properties: { url: { type: string } } }
        """;

    private const string Pet = "application/json: { schema: { $ref: '#/components/schemas/Pet' } }";

    [Theory]
    [InlineData(
        Pet + ", application/json-patch+json: { schema: { $ref: '#/components/schemas/Patch' } }",
        "AFromJsonPatch Json [PatchItem]"
    )]
    [InlineData(Pet + ", multipart/form-data: { schema: { $ref: '#/components/schemas/Other' } }", "AFromForm Multipart Other")]
    [InlineData(Pet + ", multipart/form-data: { schema: { $ref: '#/components/schemas/Photo' } }", "AFromForm Multipart Photo")]
    [InlineData(Pet + ", application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Pet' } }", "")]
    [InlineData(Pet + ", application/x-www-form-urlencoded: { schema: { properties: { name: { type: string } } } }", "")]
    [InlineData(Pet + ", application/x-www-form-urlencoded: {}", "")]
    [InlineData(Pet + ", application/octet-stream: {}", "AFromBytes Binary BinaryContent")]
    [InlineData(Pet + ", image/png: { schema: { type: string, format: binary } }", "AFromPng Binary BinaryContent")]
    [InlineData(Pet + ", image/png: {}, image/jpeg: {}", "AFromPng Binary BinaryContent, AFromJpeg Binary BinaryContent")]
    [InlineData(Pet + ", image/*: {}", "")]
    [InlineData(Pet + ", text/csv: {}", "AFromCsv Text String")]
    [InlineData(Pet + ", text/csv: { schema: { $ref: '#/components/schemas/Other' } }", "")]
    [InlineData(Pet + ", application/xml: { schema: { $ref: '#/components/schemas/Other' } }", "")]
    [InlineData("application/pdf: {}, image/png: {}", "")]
    [InlineData("text/csv: {}, text/plain: {}", "")]
    [InlineData(Pet, "")]
    public void A_form_that_carries_something_else_is_a_method_of_its_own(string content, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                BoundDocument
                    .Post($"requestBody: {{ content: {{ {content} }} }}", Types)
                    .Operation()
                    .Alternates.Select(static one => $"{one.Name} {one.Body!.Kind} {BoundDocument.Describe(one.Body.Type)}")
            )
        );

    [Fact]
    public void A_variant_has_its_one_form() =>
        Assert.Empty(
            BoundDocument
                .Post(
                    $"x-variants: [{{ operationId: b, body: {{ name: x }} }}], requestBody: {{ content: {{ {Pet}, text/csv: {{}} }} }}",
                    Types
                )
                .Operation("b")
                .Alternates
        );

    [Fact]
    public void A_further_form_starts_no_job_and_has_its_own_media_type()
    {
        var other = Assert.Single(
            BoundDocument
                .Post($"x-job: {{ status: s, state: / }}, requestBody: {{ required: true, content: {{ {Pet}, text/csv: {{}} }} }}", Types)
                .Operation()
                .Alternates
        );

        Assert.Null(other.Job);
        Assert.Equal(("text/csv", true), (other.Body!.MediaType, other.Body.IsRequired));
    }
}
