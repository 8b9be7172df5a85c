using KoreXo.Cli.Calls.Documents;
using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>Each operation of a document is a command of its own, whatever the document calls it.</summary>
public sealed class CallDocumentTests
{
    [Fact]
    public void Operations_are_commands_in_the_order_of_the_document_and_each_has_a_name()
    {
        var document = WrittenDocument.Read(
            """
            openapi: 3.0.3
            info: { title: Things, version: "1" }
            paths:
              /b: { get: { operationId: listMLModels, responses: { "204": { description: Done. } } } }
              /a: { get: { operationId: get_thing2, responses: { "204": { description: Done. } } } }
              /c: { post: { responses: { "204": { description: Done. } } } }
              /d: { get: { operationId: "größen.laden", responses: { "204": { description: Done. } } } }
            """
        );

        Assert.Equal(
            ["list-ml-models", "get-thing2", "post-c", "größen-laden"],
            document.Operations.Select(static operation => operation.Name)
        );
    }

    [Fact]
    public void Two_operations_whose_commands_would_be_alike_are_numbered()
    {
        var document = WrittenDocument.Read(
            """
            openapi: 3.0.3
            info: { title: Things, version: "1" }
            paths:
              /a: { get: { operationId: getX, responses: { "204": { description: Done. } } } }
              /b: { get: { operationId: getx, responses: { "204": { description: Done. } } } }
              /c: { get: { operationId: GET_X, responses: { "204": { description: Done. } } } }
            """
        );

        Assert.Equal(3, document.Operations.Select(static operation => operation.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Each_form_of_a_body_is_a_command()
    {
        var document = WrittenDocument.Read(
            """
            openapi: 3.0.3
            info: { title: Things, version: "1" }
            paths:
              /a:
                post:
                  operationId: sendThing
                  requestBody:
                    content:
                      application/json: { schema: { type: object, properties: { a: { type: string } } } }
                      multipart/form-data: { schema: { type: object, properties: { f: { type: string, format: binary } } } }
                  responses: { "204": { description: Done. } }
            """
        );

        Assert.Equal("send-thing", document.Operations[0].Name);
        Assert.All(document.Operations, static operation => Assert.StartsWith("send-thing", operation.Name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "my crm.yaml", "korexo call --document 'my crm.yaml'")]
    [InlineData("", "crm.yaml", "korexo call --document crm.yaml")]
    [InlineData("analytics", "analytics.openapi.yaml", "korexo call analytics")]
    public void A_command_can_be_pasted(string name, string file, string command)
    {
        var read = WrittenDocument.Read(
            "openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths: { /a: { get: { responses: { '204': { description: A. } } } } }"
        );

        Assert.Equal(command, new CallDocument(name, file, "", default, read.Model).Command);
    }

    [Fact]
    public void The_areas_of_the_platform_are_in_alphabetical_order() =>
        Assert.Equal(["admin", "analytics", "bot-definition", "data-tables", "nlp-training"], CallDocuments.Areas);

    [Theory]
    [InlineData(
        "swagger: '2.0'\ninfo: { title: A, version: '1' }\npaths: { /a: { get: { operationId: getA, responses: { '204': { description: A. } } } } }"
    )]
    [InlineData(
        "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"A\",\"version\":\"1\"},\"paths\":{\"/a\":{\"get\":{\"operationId\":\"getA\",\"responses\":{\"204\":{\"description\":\"A\"}}}}}}"
    )]
    [InlineData(
        "openapi: 3.2.0\ninfo: { title: A, version: '1' }\npaths: { /a: { additionalOperations: { COPY: { operationId: getA, responses: { '204': { description: A. } } } } } }"
    )]
    public void Every_version_of_OpenAPI_has_commands(string text)
    {
        using var folder = new SpecFolder().Write("a.yaml", text);

        Assert.Equal(["get-a"], CallDocuments.ReadFile(folder.File("a.yaml")).Operations.Select(static operation => operation.Name));
    }

    [Fact]
    public void The_parts_of_a_document_are_read_from_where_it_is()
    {
        using var folder = new SpecFolder().Write(
            "a.yaml",
            "openapi: 3.0.3\ninfo: { title: A, version: '1' }\npaths: { /a: { get: { operationId: getA, parameters: [{ $ref: 'parts/p.yaml#/Size' }], responses: { '204': { description: A. } } } } }"
        );
        Directory.CreateDirectory(folder.File("parts"));
        folder.Write("parts/p.yaml", "Size: { name: size, in: query, schema: { type: integer } }");

        var operation = Assert.Single(CallDocuments.ReadFile(folder.File("a.yaml")).Operations);

        Assert.Equal("--size", Assert.Single(operation.Arguments).Option);
    }

    [Fact]
    public void A_document_that_is_not_there_is_named() =>
        Assert.StartsWith(
            "--document 'none.yaml' cannot be read: Could not find file",
            Assert.Throws<CommandException>(() => CallDocuments.ReadFile("none.yaml")).Message,
            StringComparison.Ordinal
        );
}
