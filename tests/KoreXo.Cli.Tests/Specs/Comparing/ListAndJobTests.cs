namespace KoreXo.Cli.Tests.Specs.Comparing;

/// <summary>What a change of paging, jobs or rate limits means for callers.</summary>
public sealed class ListAndJobTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        paths:
          /orders:
            get:
              operationId: listOrders
              x-paging: { style: offset, in: query, position: skip, size: limit, start: 0, maxSize: 100, items: /orders, more: /more }
              x-rate-limit: { budget: shop, by: [{ in: query, name: shop }], limits: [{ calls: 60, seconds: 60 }] }
              parameters:
                - { name: skip, in: query, schema: { type: integer } }
                - { name: page, in: query, schema: { type: integer } }
                - { name: limit, in: query, schema: { type: integer } }
                - { name: shop, in: query, required: true, schema: { type: string } }
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/OrderList" } } } } }
          /exports:
            post:
              operationId: startExport
              x-job: { status: getExport, pass: { path.exportId: "$response.body#/id" }, state: /state, running: [working], succeeded: [done], failed: [error] }
              responses: { "202": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Started" } } } } }
          /exports/{exportId}:
            get:
              operationId: getExport
              parameters: [{ name: exportId, in: path, required: true, schema: { type: string } }]
              responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Export" } } } } }
        components:
          schemas:
            OrderList: { type: object, properties: { orders: { type: array, items: { type: string } }, old: { type: array, items: { type: integer } }, more: { type: boolean } } }
            Started: { type: object, properties: { id: { type: string }, no: { type: string } } }
            Export: { type: object, properties: { state: { type: string }, phase: { type: string } } }
        """;

    [Theory]
    [InlineData(
        "maxSize: 100",
        "maxSize: 50, defaultSize: 20",
        "Paging listOrders None: Its paging changes: maxSize from `100` to `50` and defaultSize from nothing to `20`. | Callers need not change anything."
    )]
    [InlineData(
        "style: offset, in: query, position: skip",
        "style: page, in: query, position: page",
        "Paging listOrders None: Its paging changes: style from `offset` to `page` and position from `skip` to `page`. | Callers need not change anything; existing continuation tokens may no longer be accepted."
    )]
    [InlineData(
        "start: 0",
        "start: 1",
        "Paging listOrders None: Its paging changes: start from `0` to `1`. | Callers need not change anything; existing continuation tokens may no longer be accepted."
    )]
    [InlineData(
        ", more: /more }",
        " }",
        "Paging listOrders None: Its paging changes: more from `/more` to nothing. | Callers need not change anything."
    )]
    [InlineData(
        "items: /orders",
        "items: /old",
        "Paging listOrders Source: The items change from `string` to `long`. | `ShopClient.ListOrdersAsync` returns `PagedResult<long>` instead of `PagedResult<string>`."
    )]
    public void Paging_breaks_callers_only_by_its_items(string from, string to, string expected) =>
        Assert.Equal([expected], Changed.Lines(Document, from, to));

    [Theory]
    [InlineData(
        "{ calls: 60, seconds: 60 }",
        "{ calls: 60, seconds: 60 }, { calls: 1800, seconds: 3600 }",
        "RateLimit listOrders None: The rate limit changes from 60 calls in 60 s (budget `shop`, counted by `shop`) to 60 calls in 60 s and 1800 calls in 3600 s (budget `shop`, counted by `shop`). | `ShopClient.ListOrdersAsync` is rate limited by the client accordingly; callers need not change anything."
    )]
    [InlineData(
        "x-rate-limit: {",
        "x-nothing: {",
        "RateLimit listOrders None: The rate limit changes from 60 calls in 60 s (budget `shop`, counted by `shop`) to none. | `ShopClient.ListOrdersAsync` is no longer rate limited by the client."
    )]
    public void A_rate_limit_is_kept_by_the_client(string from, string to, string expected) =>
        Assert.Equal([expected], Changed.Lines(Document, from, to));

    [Theory]
    [InlineData(
        "state: /state",
        "state: /phase",
        "Job startExport None: The job's state is read from `/phase` instead of `/state`. | `WaitAsync` reads it there; callers need not change anything."
    )]
    [InlineData(
        "body#/id",
        "body#/no",
        "Job startExport Behavior: The arguments of the job's status call, or the values that identify a run, change. | Existing resume tokens may no longer be accepted: let jobs finish before you replace the package."
    )]
    [InlineData("running: [working]", "running: []", "")]
    [InlineData(
        "succeeded: [done]",
        "succeeded: [ready]",
        "Job startExport Behavior: The job's state `done` means running instead of success. | In this state, `WaitAsync` ends differently or keeps waiting.~Job startExport None: The job's state `ready` means success instead of running. | `WaitAsync` ends in this state, which was previously unknown."
    )]
    public void The_meaning_of_a_state_is_the_behavior_of_a_wait(string from, string to, string expected) =>
        Assert.Equal(expected.Split('~', StringSplitOptions.RemoveEmptyEntries), Changed.Lines(Document, from, to));

    [Fact]
    public void A_start_that_is_no_job_any_more_breaks_its_callers() =>
        Assert.Equal(
            [
                "Job startExport Source: It no longer starts a job that can be waited for. | `ShopClient.ResumeExport` is gone. `ShopClient.StartExportAsync` returns `Task<Started>` instead of `Task<Job<Export, Started>>`.",
            ],
            Changed.Lines(Document, "x-job: {", "x-nothing: {")
        );
}
