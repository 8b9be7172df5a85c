using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Jobs: how the call that starts one is connected with the call that reports on it.</summary>
public sealed class JobReaderTests
{
    private const string State = "state: /state, succeeded: [done]";

    [Fact]
    public void A_job_has_the_type_of_its_status()
    {
        var job = Bind($"status: getJob, pass: {{ path.id: $response.body#/id }}, {State}").Operation("start").Job!;

        Assert.Equal(("getJob", "JobStatus", "/state"), (job.StatusOperationId, BoundDocument.Describe(job.StatusType), job.State));
        Assert.Equal(["path.id = $response.body#/id"], job.Arguments.Select(static one => $"{one.Target} = {one.Expression}"));
        Assert.Equal(["done"], job.Succeeded);
        Assert.Empty(job.Values);
    }

    [Fact]
    public void All_lists_of_states_are_kept()
    {
        var job = Bind(
                "status: getJob, pass: { path.id: x }, state: /state, running: [a, b], succeeded: [c], partial: [d], failed: [e], match: { /id: $response.body#/id }"
            )
            .Operation("start")
            .Job!;

        Assert.Equal(
            "a b|c|d|e",
            string.Join('|', new[] { job.Running, job.Succeeded, job.Partial, job.Failed }.Select(static one => string.Join(' ', one)))
        );
        Assert.Equal(["/id = $response.body#/id"], job.Match.Select(static one => $"{one.Target} = {one.Expression}"));
    }

    [Theory]
    [InlineData("$request.path.shop", "path.shop")]
    [InlineData("$request.query.q", "query.q")]
    [InlineData("$request.header.X-Trace", "header.X-Trace")]
    [InlineData("$request.header.x-trace", "header.X-Trace")]
    [InlineData("$request.body#/name", "")]
    [InlineData("$response.body#/id", "")]
    [InlineData("constant", "")]
    [InlineData("5", "")]
    public void Parameters_of_the_start_that_the_status_needs_are_kept(string expression, string expected)
    {
        var document = Bind($"status: getJob, pass: {{ path.id: '{expression}' }}, {State}");

        Assert.Empty(document.Problems);
        Assert.Equal(expected, string.Join(' ', document.Operation("start").Job!.Values.Select(static key => key.Expression)));
    }

    [Fact]
    public void A_parameter_that_is_needed_twice_is_kept_once() =>
        Assert.Equal(
            ["path.shop"],
            Bind(
                    $"status: getJob, pass: {{ path.id: $request.path.shop, query.page: $request.path.shop }}, match: {{ /id: $request.path.shop }}, {State}"
                )
                .Operation("start")
                .Job!.Values.Select(static key => key.Expression)
        );

    [Theory]
    [InlineData("status: none, " + State, "there is no operation 'none' that returns a status")]
    [InlineData("status: GETJOB, " + State, "there is no operation 'GETJOB' that returns a status")]
    [InlineData("status: dropJob, " + State, "there is no operation 'dropJob' that returns a status")]
    [InlineData("status: getJob, " + State, "the status call 'getJob' needs 'path.id', which 'pass' does not give")]
    [InlineData("status: getJob, pass: { path.ID: x }, " + State, "the status call 'getJob' needs 'path.id', which 'pass' does not give")]
    [InlineData(
        "status: getJob, pass: { path.id: $request.path.none }, " + State,
        "the expression '$request.path.none' names no parameter of 'start'"
    )]
    [InlineData(
        "status: getJob, pass: { path.id: $request.path.Shop }, " + State,
        "the expression '$request.path.Shop' names no parameter of 'start'"
    )]
    [InlineData(
        "status: getJob, pass: { path.id: $response.header.Location }, " + State,
        "the expression '$response.header.Location' is not supported; write one over the request or '$response.body#/…'"
    )]
    [InlineData(
        "status: getJob, pass: { path.id: $respnse.body#/id }, " + State,
        "the expression '$respnse.body#/id' is not supported; write one over the request or '$response.body#/…'"
    )]
    [InlineData(
        "status: getJob, pass: { path.id: $url }, " + State,
        "the expression '$url' is not supported; write one over the request or '$response.body#/…'"
    )]
    [InlineData(
        "status: getJob, pass: { path.id: $response.body }, " + State,
        "the expression '$response.body' is not supported; write one over the request or '$response.body#/…'"
    )]
    [InlineData(
        "status: getJob, pass: { path.id: x }, match: { /id: $method }, " + State,
        "the expression '$method' is not supported; write one over the request or '$response.body#/…'"
    )]
    [InlineData(
        "status: getJob, pass: { path.id: x, query.pgae: 2 }, " + State,
        "the status call 'getJob' has no 'query.pgae', which 'pass' gives"
    )]
    [InlineData("status: getJob, pass: { path.id: x, id: 2 }, " + State, "the status call 'getJob' has no 'id', which 'pass' gives")]
    [InlineData("status: getJob, pass: { path.id: x }, state: /stat", "the response of 'getJob' has nothing at '/stat'")]
    [InlineData("status: getJob, pass: { path.id: x }, state: /state/name", "the response of 'getJob' has nothing at '/state/name'")]
    [InlineData("status: getJob, pass: { path.id: x }, state: '/steps[]/stat'", "the response of 'getJob' has nothing at '/steps[]/stat'")]
    [InlineData("status: getJob, pass: { path.id: x }, state: '/state[]'", "the response of 'getJob' has nothing at '/state[]'")]
    public void What_the_status_call_cannot_do_is_reported(string job, string problem) =>
        Assert.Contains($"api/main.yaml(4) KXO2006 /paths/~1jobs~1{{shop}}/post/x-job: x-job; {problem}", Bind(job).Problems);

    [Theory]
    [InlineData("/state")]
    [InlineData("/steps[]/state")]
    [InlineData("/any/thing")]
    public void A_state_may_be_anywhere_that_the_schema_allows(string state) =>
        Assert.Empty(Bind($"status: getJob, pass: {{ path.id: x }}, state: '{state}'").Problems);

    [Fact]
    public void A_member_of_the_body_of_the_status_call_may_be_given() =>
        Assert.Empty(Bind($"status: findJob, pass: {{ body.kind: export }}, {State}").Problems);

    [Fact]
    public void A_job_without_its_status_call_is_none()
    {
        var document = Bind("status: none, " + State);

        Assert.Null(document.Operation("start").Job);
        Assert.Single(document.Problems);
    }

    [Fact]
    public void The_status_call_may_come_first_in_the_document() =>
        Assert.Equal(
            "JobStatus",
            BoundDocument.Describe(
                BoundDocument
                    .Of(
                        """
                        paths:
                          /a: { get: { operationId: a, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/JobStatus' } } } } } } }
                          /b: { post: { operationId: b, x-job: { status: a, state: /s }, responses: { '204': { description: Done. } } } }
                        components: { schemas: { JobStatus: { type: object, properties: { s: { type: string } } } } }
                        """
                    )
                    .Operation("b")
                    .Job!.StatusType
            )
        );

    private static BoundDocument Bind(string job) =>
        BoundDocument.Of(
            $$"""
            paths:
              /jobs/{shop}: { post: { operationId: start, x-job: { {{job}} }, parameters: [{ name: shop, in: path, required: true, schema: { type: string } }, { name: q, in: query, schema: { type: string } }, { name: X-Trace, in: header, schema: { type: string } }], requestBody: { content: { application/json: { schema: { type: object } } } }, responses: { '200': { description: Done., content: { application/json: { schema: { type: object, properties: { id: { type: string } } } } } } } } }
              /job/{id}:
                get: { operationId: getJob, parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: page, in: query, schema: { type: integer } }], responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/JobStatus' } } } } } }
                delete: { operationId: dropJob, parameters: [{ name: id, in: path, required: true, schema: { type: string } }], responses: { '204': { description: Done. } } }
              /find: { post: { operationId: findJob, requestBody: { content: { application/json: { schema: { type: object, properties: { kind: { type: string } } } } } }, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/JobStatus' } } } } } } }
            components:
              schemas:
                JobStatus: { type: object, properties: { id: { type: string }, state: { type: string }, any: {}, steps: { type: array, items: { type: object, properties: { state: { type: string } } } } } }
            """
        );
}
