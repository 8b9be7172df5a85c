namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>What is reported about each operation, and that everything on the way of a path has to exist.</summary>
public sealed class DocumentBehaviorsTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shelves, version: "1" }
        paths:
          /shelves:
            get:
              operationId: listShelves
              parameters:
                - { name: sort, in: query, schema: { type: string } }
                - { name: room, in: query, schema: { type: string } }
              responses: { "200": { description: d, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Shelf" } } } } } }
            post:
              operationId: addShelf
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Shelf" } } } }
              responses: { "201": { description: d, content: { application/json: { schema: { $ref: "#/components/schemas/Shelf" } } } } }
          /shelves/{name}:
            parameters: [{ name: name, in: path, required: true, schema: { type: string } }]
            get:
              operationId: getShelf
              responses: { "200": { description: d, content: { application/json: { schema: { $ref: "#/components/schemas/Shelf" } } } } }
            delete: { operationId: removeShelf, responses: { "204": { description: d } } }
          /shelves/mine:
            get: { operationId: mine, responses: { "200": { description: d, content: { application/json: { schema: { type: string, enum: [mine] } } } } } }
          /shelves/{shelf}/dust:
            parameters: [{ name: shelf, in: path, required: true, schema: { type: string } }]
            get: { operationId: dust, responses: { "204": { description: d } } }
            post: { operationId: wipe, responses: { "202": { description: d } } }
          /shelves/{shelf}/books/{book}/pages/{page}:
            parameters:
              - { name: shelf, in: path, required: true, schema: { type: string } }
              - { name: book, in: path, required: true, schema: { type: string } }
              - { name: page, in: path, required: true, schema: { type: integer } }
            get: { operationId: page, responses: { "204": { description: d } } }
          /loans#a: { post: { operationId: firstLoan, responses: { "204": { description: d } } } }
          /loans#b: { post: { operationId: secondLoan, responses: { "204": { description: d } } } }
        components:
          schemas:
            Shelf: { type: object, required: [name], properties: { name: { type: string } } }
        """;

    [Theory]
    [InlineData("listShelves", SimulatedEffect.List, "/shelves", "lists all: sort, room are validated, but select nothing")]
    [InlineData("addShelf", SimulatedEffect.Create, "/shelves", null)]
    [InlineData("getShelf", SimulatedEffect.Get, "/shelves", null)]
    [InlineData("removeShelf", SimulatedEffect.Delete, "/shelves", null)]
    [InlineData("mine", SimulatedEffect.None, null, null)]
    [InlineData("dust", SimulatedEffect.None, null, null)]
    [InlineData("page", SimulatedEffect.None, null, "nothing creates what is at /shelves/{shelf}/books/{book}/pages/{page}")]
    [InlineData("firstLoan", SimulatedEffect.None, null, null)]
    [InlineData("secondLoan", SimulatedEffect.None, null, "never called: its requests are those of 'firstLoan'")]
    public void Each_operation_is_listed_with_what_it_does(string id, SimulatedEffect effect, string? resource, string? remark)
    {
        var operation = Service.Operations.Single(operation => operation.Id == id);

        Assert.Equal((effect, resource, remark), (operation.Effect, operation.Resource, operation.Remark));
    }

    [Theory]
    [InlineData("GET", "/shelves/a/dust", 204)]
    [InlineData("POST", "/shelves/a/dust", 202)]
    [InlineData("GET", "/shelves/b/dust", 404)]
    [InlineData("GET", "/shelves/A/dust", 404)]
    [InlineData("POST", "/shelves/b/dust", 404)]
    [InlineData("GET", "/shelves/a/books/7/pages/1", 204)]
    [InlineData("GET", "/shelves/b/books/7/pages/1", 404)]
    [InlineData("GET", "/shelves/a/books/7/pages/x", 400)]
    [InlineData("GET", "/shelves/mine", 200)]
    [InlineData("DELETE", "/shelves/mine", 405)]
    public async Task What_is_on_the_way_has_to_exist(string method, string path, int status)
    {
        (await SendAsync("POST", "/shelves", """{"name":"a"}""")).Success(201);

        Assert.Equal(status, (await SendAsync(method, path)).Status);
    }

    [Theory]
    [InlineData("mine")]
    [InlineData("..%2F")]
    [InlineData("a/b")]
    [InlineData("a b+c%")]
    [InlineData("😀")]
    [InlineData("a?b#c")]
    public async Task A_name_of_any_characters_leads_to_its_resource(string name)
    {
        var body = new System.Text.Json.Nodes.JsonObject { ["name"] = name }.ToJsonString();
        var location = (await SendAsync("POST", "/shelves", body)).Response.Headers.Location!;

        Assert.Equal($"/shelves/{Uri.EscapeDataString(name)}", location.AbsolutePath);
        if (name != "mine")
        {
            Assert.Equal(name, (await SendAsync("GET", location.AbsolutePath)).Success()["name"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task A_name_that_no_path_can_have_is_refused(string name)
    {
        var reply = await SendAsync("POST", "/shelves", $$"""{"name":"{{name}}"}""");

        Assert.Equal(400, reply.Status);
        Assert.Equal($"The body is not valid at /name: '{name}' cannot be in a path.", reply.Json["detail"]!.GetValue<string>());
        Assert.Empty((await SendAsync("GET", "/shelves")).Success().AsArray());
    }

    [Fact]
    public async Task The_first_of_two_operations_that_no_request_distinguishes_is_called()
    {
        Assert.Equal(204, (await SendAsync("POST", "/loans")).Status);
        Assert.Equal("firstLoan", Service.Requests[^1].OperationId);
    }
}
