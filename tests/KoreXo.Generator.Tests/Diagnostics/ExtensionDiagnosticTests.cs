using KoreXo.Generator.Tests.Emit;
using KoreXo.Generator.Tests.Harness;
using KoreXo.Testing.Generators;

namespace KoreXo.Generator.Tests.Diagnostics;

/// <summary>Extensions that the generator reads: what is wrong with them is an error, and what is somebody else's is not.</summary>
public sealed class ExtensionDiagnosticTests
{
    private const string Head = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\n";
    private const string Get = "responses: { '204': { description: Done. } }";

    [Theory]
    [InlineData(
        "x-known-scopes: [{ aliases: [a] }]",
        "",
        "(3,18)",
        "The extension 'x-known-scopes' is invalid: each entry needs a name (at /x-known-scopes)"
    )]
    [InlineData(
        "x-refusals: [{ contains: a }]",
        "",
        "(3,14)",
        "The extension 'x-refusals' is invalid: each entry needs the text it 'contains' and the 'seconds' of its window (at /x-refusals)"
    )]
    [InlineData(
        "",
        "x-rate-limit: { limits: [] }",
        "(4,53)",
        "The extension 'x-rate-limit' is invalid: it needs a 'budget' and 'limits' of calls and seconds (at /paths/~1a/get/x-rate-limit)"
    )]
    [InlineData(
        "",
        "x-rate-limit: { budget: b, limits: [{ calls: 1, seconds: 60 }, { calls: 30, minutes: 60 }] }",
        "(4,102)",
        "The extension 'x-rate-limit' is invalid: each of the 'limits' needs 'calls' and 'seconds', of 1 or more (at /paths/~1a/get/x-rate-limit)"
    )]
    [InlineData(
        "",
        "x-rate-limit: { budget: b, limits: [{ calls: 0, seconds: 60 }] }",
        "(4,75)",
        "The extension 'x-rate-limit' is invalid: each of the 'limits' needs 'calls' and 'seconds', of 1 or more (at /paths/~1a/get/x-rate-limit)"
    )]
    [InlineData(
        "",
        "x-error: { at: /status }",
        "(4,48)",
        "The extension 'x-error' is invalid: it needs 'at' with 'values', or 'text: true', or both (at /paths/~1a/get/x-error)"
    )]
    [InlineData(
        "",
        "x-rate-limit: { budget: b, by: [{ name: no }], limits: [{ calls: 1, seconds: 1 }] }",
        "(4,71)",
        "The extension 'x-rate-limit' is invalid: the operation has no parameter 'no' to count by (at /paths/~1a/get/x-rate-limit)"
    )]
    [InlineData(
        "x-known-scopes: []",
        "x-scopes: admin",
        "(4,49)",
        "The extension 'x-scopes' is invalid: it is a list of alternatives, each with a list of 'scopes' and perhaps a 'credential' (at /paths/~1a/get/x-scopes)"
    )]
    [InlineData(
        "x-known-scopes: []",
        "x-scopes: [{ credential: admin }]",
        "(4,49)",
        "The extension 'x-scopes' is invalid: it is a list of alternatives, each with a list of 'scopes' and perhaps a 'credential' (at /paths/~1a/get/x-scopes)"
    )]
    [InlineData(
        "x-known-scopes: [{ name: r }]",
        "x-scopes: [{ scopes: [r], resource: no }]",
        "(4,75)",
        "The extension 'x-scopes' is invalid: its 'resource': the operation has no parameter 'no' (at /paths/~1a/get/x-scopes)"
    )]
    [InlineData(
        "x-known-scopes: [{ name: r }]",
        "x-scopes: [{ scopes: [r], resource: q }], parameters: [{ name: q, in: query, schema: { type: string } }]",
        "(4,75)",
        "The extension 'x-scopes' is invalid: its 'resource': the parameter 'q' is optional, so that a call without it would be about no resource (at /paths/~1a/get/x-scopes)"
    )]
    [InlineData(
        "x-known-scopes: [{ name: r }]",
        "x-scopes: [{ scopes: [r], resource: q }], parameters: [{ name: q, in: query, required: true, x-sensitive: true, schema: { type: string } }]",
        "(4,75)",
        "The extension 'x-scopes' is invalid: its 'resource': the parameter 'q' is sensitive, and messages name the resource (at /paths/~1a/get/x-scopes)"
    )]
    [InlineData(
        "x-known-scopes: [{ name: r }]",
        "x-scopes: [{ scopes: [r], resource: q }], parameters: [{ name: q, in: query, required: true, schema: { type: array, items: { type: string } } }]",
        "(4,75)",
        "The extension 'x-scopes' is invalid: its 'resource': the parameter 'q' is not a single value (at /paths/~1a/get/x-scopes)"
    )]
    [InlineData(
        "x-known-scopes: [{ name: r }]",
        "x-scopes: [{ scopes: [r], resource: q }], parameters: [{ name: q, in: query, required: true, schema: { type: string } }, { name: q, in: header, required: true, schema: { type: string } }]",
        "(4,75)",
        "The extension 'x-scopes' is invalid: its 'resource': the operation has several parameters 'q' (at /paths/~1a/get/x-scopes)"
    )]
    [InlineData(
        "x-known-scopes: [{ name: r }]",
        "x-scopes: [{ scopes: [r], resource: q }, { credential: c, scopes: [r], resource: p }], parameters: [{ name: q, in: query, required: true, schema: { type: string } }, { name: p, in: query, required: true, schema: { type: string } }]",
        "(4,49)",
        "The extension 'x-scopes' is invalid: its alternatives name different resources; a call is about one (at /paths/~1a/get/x-scopes)"
    )]
    [InlineData(
        "",
        "x-paging: { style: heap, items: / }",
        "(4,49)",
        "The extension 'x-paging' is invalid: it needs a style (offset, page or cursor) and a pointer to its items (at /paths/~1a/get/x-paging)"
    )]
    [InlineData(
        "",
        "x-paging: { style: page, items: /no }",
        "(4,49)",
        "The extension 'x-paging' is invalid: the response has no list at '/no' (at /paths/~1a/get/x-paging)"
    )]
    [InlineData(
        "",
        "x-paging: { style: page, position: page, items: / }",
        "(4,49)",
        "The extension 'x-paging' is invalid: the operation has no query parameter 'page' (at /paths/~1a/get/x-paging)"
    )]
    [InlineData(
        "",
        "parameters: [{ name: size, in: query, schema: { type: string } }], x-paging: { style: page, size: size, items: / }",
        "(4,116)",
        "The extension 'x-paging' is invalid: the operation has no query parameter 'size' that is an integer (at /paths/~1a/get/x-paging)"
    )]
    [InlineData(
        "",
        "x-job: { state: /s }",
        "(4,46)",
        "The extension 'x-job' is invalid: it needs the operation id of its 'status' call and a pointer to the 'state' there (at /paths/~1a/get/x-job)"
    )]
    [InlineData(
        "",
        "x-job: { status: no, state: /s }",
        "(4,46)",
        "The extension 'x-job' is invalid: there is no operation 'no' that returns a status (at /paths/~1a/get/x-job)"
    )]
    [InlineData(
        "",
        "parameters: [{ name: q, in: query, required: true, schema: { type: string } }], x-job: { status: a, state: /0 }",
        "(4,126)",
        "The extension 'x-job' is invalid: the status call 'a' needs 'query.q', which 'pass' does not give (at /paths/~1a/get/x-job)"
    )]
    [InlineData(
        "",
        "x-job: { status: a, state: /0, match: { /1: $request.path.x } }",
        "(4,46)",
        "The extension 'x-job' is invalid: the expression '$request.path.x' names no parameter of 'a' (at /paths/~1a/get/x-job)"
    )]
    [InlineData(
        "",
        "x-variants: [{ summary: None. }]",
        "(4,52)",
        "The extension 'x-variants' is invalid: each entry needs an operationId (at /paths/~1a/get/x-variants)"
    )]
    public Task A_faulty_extension_is_told(string document, string operation, string place, string message) =>
        VerifyAsync(
            Head
                + $"{document}\npaths: {{ /a: {{ get: {{ operationId: a, {(operation.Length == 0 ? "" : operation + ", ")}responses: {{ '200': {{ description: Done., content: {{ application/json: {{ schema: {{ type: array, items: {{ type: string }} }} }} }} }} }} }} }} }}",
            $"{place}: error KXO2006: {message}"
        );

    [Theory]
    [InlineData("x-rate-limit: { max: 5 }")]
    [InlineData("x-rate-limit: 100/min")]
    [InlineData("x-paging: { next: cursor }")]
    [InlineData("x-paging: true")]
    [InlineData("x-job: nightly")]
    [InlineData("x-scopes: [read, write]")]
    [InlineData("x-scopes: { read: all }")]
    [InlineData("x-variants: none")]
    public Task An_extension_of_somebody_else_is_left_alone(string extension) =>
        VerifyAsync(Head + $"paths: {{ /a: {{ get: {{ operationId: a, {extension}, {Get} }} }} }}");

    private static Task<GeneratorRun> VerifyAsync(string text, params string[] expected) =>
        GeneratorVerifier.VerifyGeneratorAsync(Sample.Client(text), [.. expected.Select(static line => "sample.yaml" + line)]);
}
