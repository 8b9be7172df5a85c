using System.Net;

namespace KoreXo.Simulator.Tests.Documents;

/// <summary>A document of any version is served as the generator reads it.</summary>
public sealed class VersionTests : PlatformTest
{
    protected override void Configure(XoSimulatorOptions options)
    {
        options.Documents.Add(
            """
            swagger: '2.0'
            info: { title: Old, version: '1' }
            consumes: [application/json]
            paths:
              /old/{id}:
                post:
                  operationId: postOld
                  parameters:
                    - { name: id, in: path, required: true, type: integer }
                    - { name: body, in: body, required: true, schema: { $ref: '#/definitions/Note' } }
                  responses: { '204': { description: Done. } }
            definitions:
              Note: { type: object, required: [text], properties: { text: { type: string } } }
            """
        );
        options.Documents.Add(
            """
            openapi: 3.1.0
            info: { title: New, version: '1' }
            paths:
              /new:
                post:
                  operationId: postNew
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: { type: object, properties: { text: { type: [string, 'null'] }, kind: { const: note } } }
                  responses: { '204': { description: Done. } }
            """
        );
    }

    [Theory]
    [InlineData("/old/seven", """{"text":"a"}""", "The path parameter 'id' is not valid")]
    [InlineData("/old/7", "{}", "at /text: it is required")]
    [InlineData("/new", """{"text":1}""", "at /text: a string is expected")]
    [InlineData("/new", """{"kind":"bill"}""", "at /kind: one of 'note' is expected")]
    public async Task What_the_document_does_not_allow_is_refused(string target, string body, string reason) =>
        Assert.Contains(reason, (await As(null).PostAsync(target, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Theory]
    [InlineData("/old/7", """{"text":"a"}""")]
    [InlineData("/new", """{"text":null,"kind":"note"}""")]
    public async Task What_it_allows_is_taken(string target, string body) =>
        (await As(null).PostAsync(target, body)).Refusal(HttpStatusCode.NotImplemented);
}
