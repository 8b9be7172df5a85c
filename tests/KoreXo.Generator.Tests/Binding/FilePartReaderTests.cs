using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Parts of a form that are files, however a tool describes them.</summary>
public sealed class FilePartReaderTests
{
    private const string Binary = "{ type: string, format: binary }";

    [Theory]
    [InlineData(Binary, "File")]
    [InlineData("{ type: string, contentMediaType: image/png }", "File")]
    [InlineData("{ type: string, contentMediaType: application/octet-stream, contentEncoding: base64 }", "Bytes")]
    [InlineData("{ type: [string, 'null'], format: binary }", "File")]
    [InlineData("{ $ref: '#/components/schemas/Upload' }", "File")]
    [InlineData("{ allOf: [{ $ref: '#/components/schemas/Upload' }], description: The photo. }", "File")]
    [InlineData("{ oneOf: [" + Binary + ", { type: 'null' }] }", "File")]
    [InlineData("{ type: array, items: " + Binary + " }", "[File]")]
    [InlineData("{ type: array, items: { $ref: '#/components/schemas/Upload' } }", "[File]")]
    [InlineData("{ oneOf: [" + Binary + ", { type: array, items: " + Binary + " }] }", "[File]")]
    [InlineData("{ oneOf: [" + Binary + ", { type: string }] }", "FileOrText")]
    [InlineData("{ anyOf: [{ type: string, format: uri }, " + Binary + "] }", "FileOrText")]
    [InlineData("{ oneOf: [" + Binary + ", { type: integer }] }", "FileOrText")]
    [InlineData("{ type: string }", "String")]
    [InlineData("{ type: string, format: byte }", "Bytes")]
    [InlineData("{ type: array, items: { type: string } }", "[String]")]
    [InlineData("{ type: object, properties: { x: {} } }", "ARequestPart")]
    public void A_part_is_a_file_however_it_is_described(string part, string expected)
    {
        var document = Bind(part);

        Assert.Equal(["part: " + expected], document.Members("ARequest").Select(static member => member.TrimEnd('?')));
        Assert.Empty(document.Problems);
    }

    [Theory]
    [InlineData("{ oneOf: [" + Binary + ", { type: object, properties: { url: {} } }] }", "File")]
    [InlineData("{ oneOf: [{ type: array, items: " + Binary + " }, { type: array, items: { type: string } }] }", "[File]")]
    public void A_file_or_something_with_parts_is_reported(string part, string expected)
    {
        var document = Bind(part);

        Assert.Equal(["part: " + expected], document.Members("ARequest"));
        Assert.Equal(
            [
                "api/main.yaml(3) KXO2009 /paths/~1a/post/requestBody/content/multipart~1form-data/schema/properties/part: A part of a form that is a file or a value with parts; it is treated as a file",
            ],
            document.Problems
        );
    }

    [Fact]
    public void Outside_of_a_form_it_is_a_string() =>
        Assert.Equal(["a: String"], BoundDocument.Schemas($"    S: {{ properties: {{ a: {Binary} }} }}").Members("S"));

    [Fact]
    public void A_file_of_Swagger_is_one() =>
        Assert.Equal(
            ["photo: File!"],
            BoundDocument
                .From(
                    """
                    swagger: '2.0'
                    info: { title: T, version: '1' }
                    paths: { /a: { post: { operationId: a, consumes: [multipart/form-data], parameters: [{ name: photo, in: formData, type: file, required: true }], responses: { '204': { description: Done. } } } } }
                    """
                )
                .Members("ARequest")
        );

    private static BoundDocument Bind(string part) =>
        BoundDocument.Post(
            $"requestBody: {{ content: {{ multipart/form-data: {{ schema: {{ type: object, properties: {{ part: {part} }} }} }} }} }}",
            "components: { schemas: { Upload: { type: string, format: binary } } }"
        );
}
