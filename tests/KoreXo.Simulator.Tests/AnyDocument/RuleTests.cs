namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>Rate limits, faults and jobs of any service work as on the simulated platform.</summary>
public sealed class RuleTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Press, version: "1" }
        x-known-scopes: [{ name: print }, { name: all, implies: [print] }]
        x-refusals: [{ contains: too fast, seconds: 60 }]
        security: [{ token: [] }]
        paths:
          /prints:
            post:
              operationId: startPrint
              x-scopes: [{ credential: shop, scopes: [print] }]
              x-rate-limit: { budget: prints, by: [], limits: [{ calls: 3, seconds: 60 }] }
              x-job:
                status: getPrint
                pass: { path.id: $response.body#/id }
                state: /state
                running: [inking]
                succeeded: [printed]
                failed: [torn]
              responses:
                "202": { description: Started., content: { application/json: { schema: { $ref: "#/components/schemas/Print" } } } }
                "429": { description: Later., content: { application/json: { schema: { $ref: "#/components/schemas/Failure" } } } }
                default: { description: Wrong., content: { application/json: { schema: { $ref: "#/components/schemas/Failure" } } } }
          /prints/{id}:
            get:
              operationId: getPrint
              x-scopes: []
              parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: So far., content: { application/json: { schema: { $ref: "#/components/schemas/Print" } } } } }
          /papers:
            get:
              operationId: listPapers
              x-scopes: []
              x-paging: { style: offset, in: query, position: skip, size: take, start: 0, maxSize: 5, items: /papers, more: /more }
              parameters:
                - { name: skip, in: query, schema: { type: integer } }
                - { name: take, in: query, schema: { type: integer } }
              responses: { "200": { description: Papers., content: { application/json: { schema: { type: object, required: [papers, more], properties: { more: { type: boolean }, papers: { type: array, items: { type: object, required: [size], properties: { size: { enum: [A4, A3] } } } } } } } } } }
        components:
          securitySchemes: { token: { type: http, scheme: bearer } }
          schemas:
            Print: { type: object, required: [id, state], properties: { id: { type: string }, state: { type: string, enum: [inking, printed, torn] } } }
            Failure: { type: object, required: [title, status], properties: { title: { type: string }, status: { type: integer } } }
        """;

    [Fact]
    public async Task A_job_advances_with_each_status_call()
    {
        var client = Caller(Service.AddApp("shop", "all"));
        var started = (await SendAsync("POST", "/prints", null, client)).Success(202);
        var states = new List<string>();
        for (var call = 0; call < 4; call++)
        {
            states.Add((await SendAsync("GET", $"/prints/{started["id"]}", null, client)).Success()["state"]!.GetValue<string>());
        }

        Assert.Equal(["inking", "inking", "printed", "printed"], states);
    }

    [Fact]
    public async Task A_job_that_nobody_has_started_is_not_found() =>
        Assert.Equal(404, (await SendAsync("GET", "/prints/none", null, Caller(Service.AddApp("shop")))).Status);

    [Fact]
    public async Task The_fourth_call_of_a_minute_is_rejected_in_the_documented_words()
    {
        var client = Caller(Service.AddAppWithAllScopes("shop"));
        for (var call = 0; call < 3; call++)
        {
            (await SendAsync("POST", "/prints", null, client)).Success(202);
        }

        var reply = await SendAsync("POST", "/prints", null, client);

        Assert.Equal(429, reply.Status);
        Assert.StartsWith("too fast", reply.Json["title"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(429, reply.Json["status"]!.GetValue<int>());
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(202, (await SendAsync("POST", "/prints", null, client)).Status);
    }

    [Fact]
    public async Task A_scope_of_x_scopes_is_required_of_its_credential()
    {
        var reply = await SendAsync("POST", "/prints", null, Caller(Service.AddApp("shop")));

        Assert.Equal(403, reply.Status);
        Assert.Contains("'print'", Service.Requests[^1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_has_the_documented_form_and_is_not_applied()
    {
        Service.Faults = FaultPlan.On("startPrint", 1, Fault.Error(500));

        var reply = await SendAsync("POST", "/prints", null, Caller(Service.AddAppWithAllScopes("shop")));

        Assert.Equal((500, 500), (reply.Status, reply.Json["status"]!.GetValue<int>()));
        Assert.Equal(("Error", false), (Service.Requests[^1].Fault, Service.Requests[^1].IsApplied));
    }

    [Fact]
    public async Task A_list_made_from_its_schema_has_an_end()
    {
        var client = Caller(Service.AddApp("shop"));

        var first = (await SendAsync("GET", "/papers", null, client)).Success();
        var next = (await SendAsync("GET", $"/papers?skip={first["papers"]!.AsArray().Count}", null, client)).Success();

        Assert.NotEmpty(first["papers"]!.AsArray());
        Assert.Empty(next["papers"]!.AsArray());
        Assert.Equal((false, false), (first["more"]!.GetValue<bool>(), next["more"]!.GetValue<bool>()));
    }

    [Fact]
    public void Jobs_are_told() =>
        Assert.Equal(
            [
                (SimulatedEffect.Create, "starts a job that getPrint reports on"),
                (SimulatedEffect.Get, "reports on jobs, which are done at call 3"),
            ],
            Service.Operations.Take(2).Select(operation => (operation.Effect, operation.Remark))
        );

    private HttpClient Caller(SimulatedApp app) =>
        Client(http => http.DefaultRequestHeaders.Add("Authorization", $"Bearer {app.CreateToken(TimeSpan.FromHours(1))}"));
}
