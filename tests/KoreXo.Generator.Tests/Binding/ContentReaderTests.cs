using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Request bodies: the media type that is sent, and the type of the argument.</summary>
public sealed class ContentReaderTests
{
    private const string Pet = "components: { schemas: { Pet: { type: object, properties: { name: { type: string } } } } }";

    [Theory]
    [InlineData("application/json: { schema: { $ref: '#/components/schemas/Pet' } }", "Json Pet")]
    [InlineData("application/json: {}", "Json Any")]
    [InlineData("application/json; charset=utf-8: { schema: { type: string } }", "Json String")]
    [InlineData("application/vnd.acme+json: { schema: { type: string } }", "Json String application/vnd.acme+json")]
    [InlineData("APPLICATION/JSON: { schema: { type: string } }", "Json String")]
    [InlineData("'*/*': { schema: { type: integer } }", "Json Int64")]
    [InlineData("'*/*': { schema: { type: string, format: binary } }", "Binary BinaryContent application/octet-stream")]
    [InlineData("text/plain: { schema: { type: integer } }", "Text String text/plain")]
    [InlineData("text/csv: {}", "Text String text/csv")]
    [InlineData("text/*: {}", "Text String text/plain")]
    [InlineData("application/xml: { schema: { $ref: '#/components/schemas/Pet' } }", "Text String application/xml")]
    [InlineData("application/octet-stream: {}", "Binary BinaryContent application/octet-stream")]
    [InlineData("image/png: { schema: { type: string, format: binary } }", "Binary BinaryContent image/png")]
    [InlineData("image/*: {}", "Binary BinaryContent application/octet-stream")]
    [InlineData("application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Pet' } }", "Form Pet")]
    [InlineData("application/x-www-form-urlencoded: {}", "Form Any")]
    [InlineData("multipart/form-data: { schema: { $ref: '#/components/schemas/Pet' } }", "Multipart Pet")]
    [InlineData("multipart/form-data: {}", "Multipart MultipartForm")]
    [InlineData("multipart/form-data: { schema: { type: object } }", "Multipart MultipartForm")]
    [InlineData("multipart/form-data: { schema: { oneOf: [{ type: string }, { type: integer }] } }", "Multipart MultipartForm")]
    [InlineData("application/x-ndjson: { schema: { type: string } }", "Binary BinaryContent application/x-ndjson")]
    public void A_media_type_says_how_a_body_is_sent(string content, string expected) =>
        Assert.Equal(expected, Describe(Bind($"{{ content: {{ {content} }} }}").Operation().Body));

    [Theory]
    [InlineData("text/plain: {}, application/json: { schema: { type: integer } }", "Json Int64")]
    [InlineData("application/octet-stream: {}, application/x-www-form-urlencoded: {}", "Form Any")]
    [InlineData("application/x-www-form-urlencoded: {}, multipart/form-data: {}", "Form Any")]
    [InlineData(
        "application/x-www-form-urlencoded: {}, multipart/form-data: { schema: { properties: { f: { type: string, format: binary } } } }",
        "Multipart ARequest"
    )]
    [InlineData(
        "application/json: {}, multipart/form-data: { schema: { properties: { f: { type: string, format: binary } } } }",
        "Json Any"
    )]
    [InlineData("text/csv: {}, application/octet-stream: {}", "Binary BinaryContent application/octet-stream")]
    [InlineData(
        "application/a+json: { schema: { type: integer } }, application/json: { schema: { type: string } }",
        "Json Int64 application/a+json"
    )]
    public void Of_several_forms_the_one_that_says_most_comes_first(string content, string expected) =>
        Assert.Equal(expected, Describe(Bind($"{{ content: {{ {content} }} }}").Operation().Body));

    [Theory]
    [InlineData("{ content: { application/json: } }")]
    [InlineData("{ description: A pet., required: true }")]
    [InlineData("{ schema: { $ref: '#/components/schemas/Pet' } }")]
    public void A_body_without_content_is_reported(string body)
    {
        var document = Bind(body);

        Assert.Null(document.Operation().Body);
        Assert.Equal(
            [
                "api/main.yaml(3) KXO2009 /paths/~1a/post/requestBody: A request body without a media type in its 'content'; the method sends none",
            ],
            document.Problems
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ content: {} }")]
    [InlineData("{ description: Nothing., content: {} }")]
    public void A_body_that_is_said_to_be_nothing_is_not(string body)
    {
        var document = Bind(body);

        Assert.Null(document.Operation().Body);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public void A_body_that_is_nowhere_is_any_value() =>
        Assert.Equal("Json Any", Describe(Bind("{ $ref: '#/components/requestBodies/None' }").Operation().Body));

    [Theory]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/related; boundary=x")]
    public void Parts_that_are_no_form_are_reported(string mediaType)
    {
        var pointer = mediaType.Replace("/", "~1", StringComparison.Ordinal);

        Assert.Equal(
            [
                $"api/main.yaml(3) KXO2009 /paths/~1a/post/requestBody/content/{pointer}: The media type '{mediaType}'; the content is treated as bytes; write or read its parts yourself",
            ],
            Bind($"{{ content: {{ '{mediaType}': {{}} }} }}").Problems
        );
    }

    [Theory]
    [InlineData("required: true, ", true)]
    [InlineData("required: false, ", false)]
    [InlineData("", false)]
    public void A_body_is_required_where_the_document_says_so(string required, bool expected) =>
        Assert.Equal(
            expected,
            Bind($"{{ {required}description: Text., content: {{ application/json: {{}} }} }}").Operation().Body!.IsRequired
        );

    [Fact]
    public void Fields_of_a_form_may_have_a_style() =>
        Assert.Equal(
            ["tags Comma"],
            Bind(
                    "{ content: { application/x-www-form-urlencoded: { schema: { properties: { tags: { type: array, items: { type: string } } } }, encoding: { tags: { explode: false } } } } }"
                )
                .Operation()
                .Body!.Styles.Select(static one => $"{one.Name} {one.Style}")
        );

    [Fact]
    public void One_schema_as_JSON_and_as_a_form_is_two_classes()
    {
        var document = BoundDocument.Of(
            """
            paths:
              /a: { post: { operationId: a, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }, responses: {} } }
              /b: { post: { operationId: b, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Pet' } } } }, responses: {} } }
              /c: { post: { operationId: c, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Pet' }, encoding: { photo: { contentType: image/png } } } } }, responses: {} } }
              /d: { post: { operationId: d, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Pet' } } } }, responses: {} } }
            components: { schemas: { Pet: { type: object, properties: { photo: { type: string, format: binary }, name: { type: string } } } } }
            """
        );

        Assert.Equal(
            ["Pet", "PetForm", "PetForm2", "PetForm"],
            document.Model.Operations.Select(static one => BoundDocument.Describe(one.Body!.Type))
        );
        Assert.Equal(["photo: String", "name: String"], document.Members("Pet"));
        Assert.Equal(["photo: File", "name: String"], document.Members("PetForm"));
    }

    [Fact]
    public void A_form_is_seen_through_wrappers() =>
        Assert.Equal(
            "Multipart Pet",
            Describe(
                Bind("{ content: { multipart/form-data: { schema: { allOf: [{ $ref: '#/components/schemas/Pet' }] } } } }").Operation().Body
            )
        );

    private static BoundDocument Bind(string body) => BoundDocument.Post($"requestBody: {body}", Pet);

    private static string Describe(BodyModel? body) =>
        body is null ? "nothing" : $"{body.Kind} {BoundDocument.Describe(body.Type)} {body.MediaType}".TrimEnd();
}
