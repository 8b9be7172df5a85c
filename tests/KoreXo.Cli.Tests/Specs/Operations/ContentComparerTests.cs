using KoreXo.Cli.Tests.Specs.Comparing;

namespace KoreXo.Cli.Tests.Specs.Operations;

/// <summary>What another body or another response means for callers, in each kind of content.</summary>
public sealed class ContentComparerTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Shop, version: "1" }
        paths:
          /orders:
            post:
              operationId: addOrder
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } }
              responses: { "200": { description: ok, content: { application/json: { schema: { type: string } } } } }
          /photos:
            post:
              operationId: addPhoto
              requestBody: { content: { multipart/form-data: { schema: { $ref: "#/components/schemas/Photo" }, encoding: { title: { contentType: text/plain } } } } }
              responses: { "204": { description: ok } }
          /notes:
            post:
              operationId: addNote
              requestBody: { content: { text/plain: {} } }
              responses: { "201": { description: ok, content: { text/plain: { schema: { type: string } } } } }
          /export:
            get:
              operationId: export
              responses: { "200": { description: ok, content: { application/zip: {} } } }
        components:
          schemas:
            Photo: { type: object, properties: { title: { type: string }, file: { type: string, contentMediaType: image/png } } }
        """;

    [Theory]
    [InlineData(
        "application/json: { schema: { type: object,",
        "application/x-www-form-urlencoded: { schema: { type: object,",
        "Body addOrder None: The body is sent as a form instead of JSON. | No signature changes, and callers need not change anything."
    )]
    [InlineData(
        "requestBody: { content: { text/plain: {} } }",
        "requestBody: { content: { application/octet-stream: {} } }",
        "Body addNote Source: The body is sent as bytes instead of text. | `ShopClient.AddNoteAsync` takes `(BinaryContent? request = null)` instead of `(string? request = null)`.~Body addNote Source: The media type of the body or the serialization of its members changes. | `ShopClient.AddNoteAsync` takes `(BinaryContent? request = null)` instead of `(string? request = null)`.~Body addNote Source: The body changes from `string` to `BinaryContent`. | `ShopClient.AddNoteAsync` takes `(BinaryContent? request = null)` instead of `(string? request = null)`."
    )]
    [InlineData(
        "requestBody: { content: { text/plain: {} } }",
        "requestBody: { content: { text/csv: {} } }",
        "Body addNote None: The media type of the body or the serialization of its members changes. | No signature changes, and callers need not change anything."
    )]
    [InlineData(
        "encoding: { title: { contentType: text/plain } }",
        "encoding: { title: { contentType: text/html } }",
        "Field Photo.title None: The part of the form is written differently. | Callers need not change anything."
    )]
    [InlineData(
        "application/zip: {}",
        "application/pdf: {}",
        "Answer export None: It accepts `application/pdf, */*;q=0.1` instead of `application/zip, */*;q=0.1`. | No signature changes, and callers need not change anything."
    )]
    [InlineData(
        "application/zip: {}",
        "application/json: {}",
        "Answer export Source: The response changes from `BinaryResponse` to `JsonAny`. | `ShopClient.ExportAsync` returns `Task<JsonAny>` instead of `Task<BinaryResponse>`.~Answer export Source: It accepts `application/json` instead of `application/zip, */*;q=0.1`. | `ShopClient.ExportAsync` returns `Task<JsonAny>` instead of `Task<BinaryResponse>`."
    )]
    [InlineData("\"201\": { description: ok,", "\"200\": { description: ok,", "")]
    [InlineData(
        "\"204\": { description: ok }",
        "\"204\": { description: ok }, \"404\": { description: none, content: { application/json: { schema: { type: object } } } }",
        ""
    )]
    [InlineData(
        "{ application/json: { schema: { type: string } } }",
        "{ application/json: { schema: { type: [string, \"null\"] } } }",
        "Answer addOrder Source: The response changes from `string` to `string?`. | `ShopClient.AddOrderAsync` returns `Task<string?>` instead of `Task<string>`."
    )]
    [InlineData(
        "{ application/json: { schema: { type: string } } }",
        "{ application/json: { schema: { type: string } }, text/plain: { schema: { type: string } } }",
        "Answer addOrder None: The response may also be plain text. | No signature changes, and callers need not change anything."
    )]
    [InlineData(
        "{ application/json: { schema: { type: string } } }",
        "{ application/json: { schema: { type: array, items: { type: string } } } }",
        "Answer addOrder Source: The response changes from `string` to `IReadOnlyList<string>`. | `ShopClient.AddOrderAsync` returns `Task<IReadOnlyList<string>>` instead of `Task<string>`."
    )]
    public void A_change_of_content(string from, string to, string expected) =>
        Assert.Equal(expected.Split('~', StringSplitOptions.RemoveEmptyEntries), Changed.Lines(Document, from, to));
}
