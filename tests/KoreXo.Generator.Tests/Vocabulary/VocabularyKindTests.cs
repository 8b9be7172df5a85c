using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Generator.Tests.Vocabulary;

/// <summary>Extensions with values of the wrong kind: each is named, and nothing is replaced by a default in silence.</summary>
public sealed class VocabularyKindTests
{
    [Theory]
    [InlineData("style: page, items: /i, start: '1'", "its 'start' must be a whole number")]
    [InlineData("style: page, items: /i, maxSize: 1.5", "its 'maxSize' must be a whole number")]
    [InlineData("style: page, items: /i, maxSize: 99999999999", "its 'maxSize' must be a whole number")]
    [InlineData("style: page, items: /i, defaultSize: true", "its 'defaultSize' must be a whole number")]
    [InlineData("style: page, items: /i, position: [page]", "its 'position' must be a string")]
    [InlineData("style: page, items: /i, more: true", "its 'more' must be a string")]
    [InlineData("style: page, items: /i, total: 5", "its 'total' must be a string")]
    [InlineData("style: page, items: /i, in: Body", "its 'in' must be 'query' or 'body'")]
    [InlineData("style: Page, items: /i", "it needs a style (offset, page or cursor) and a pointer to its items")]
    [InlineData("items: /i", "it needs a style (offset, page or cursor) and a pointer to its items")]
    public void Paging_with_a_wrong_value_is_none(string members, string message) => AssertNone("x-paging", members, message, XPaging.Read);

    [Theory]
    [InlineData("status: s, state: /s, running: going", "its 'running' must be a list")]
    [InlineData("status: s, state: /s, succeeded: { a: b }", "its 'succeeded' must be a list")]
    [InlineData("status: s, state: /s, pass: [id]", "its 'pass' must be an object")]
    [InlineData("status: s, state: /s, match: id", "its 'match' must be an object")]
    [InlineData("status: 5, state: /s", "it needs the operation id of its 'status' call and a pointer to the 'state' there")]
    public void A_job_with_a_wrong_value_is_none(string members, string message) => AssertNone("x-job", members, message, XJob.Read);

    [Theory]
    [InlineData("budget: 5, limits: [{ calls: 1, seconds: 1 }]", "its 'budget' must be a string")]
    [InlineData("budget: b, limits: { calls: 1, seconds: 1 }", "its 'limits' must be a list")]
    [InlineData("budget: b, by: { name: q }, limits: [{ calls: 1, seconds: 1 }]", "its 'by' must be a list")]
    [InlineData(
        "budget: b, documented: 'false', limits: [{ calls: 1, seconds: 1 }]",
        "its 'documented' must be true or false, without quotes"
    )]
    [InlineData("budget: b, limits: [{ calls: '1', seconds: 1 }]", "each of the 'limits' needs 'calls' and 'seconds', of 1 or more")]
    [InlineData("budget: b, limits: [60]", "each of the 'limits' needs 'calls' and 'seconds', of 1 or more")]
    [InlineData("budget: b", "it needs a 'budget' and 'limits' of calls and seconds")]
    public void A_rate_limit_with_a_wrong_value_is_none(string members, string message) =>
        AssertNone("x-rate-limit", members, message, static (document, operation) => XRateLimit.Read(document, operation, []));

    [Theory]
    [InlineData("at: 5, values: [a]", "its 'at' must be a string")]
    [InlineData("at: /s, values: bad", "its 'values' must be a list")]
    [InlineData("at: /s, values: [bad], text: 'true'", "its 'text' must be true or false, without quotes")]
    [InlineData("at: /s, values: []", "it needs 'at' with 'values', or 'text: true', or both")]
    [InlineData("text: false", "it needs 'at' with 'values', or 'text: true', or both")]
    public void An_error_with_a_wrong_value_is_none(string members, string message) => AssertNone("x-error", members, message, XError.Read);

    [Theory]
    [InlineData("x-known-scopes: { a: b }", "/x-known-scopes: x-known-scopes; it is a list of scopes, each with a 'name'")]
    [InlineData("x-known-scopes: [a]", "/x-known-scopes: x-known-scopes; each entry needs a name")]
    [InlineData("x-known-scopes: [{ name: a, aliases: b }]", "/x-known-scopes: x-known-scopes; its 'aliases' must be a list")]
    [InlineData("x-known-scopes: [{ name: a, implies: { b: c } }]", "/x-known-scopes: x-known-scopes; its 'implies' must be a list")]
    public void Scopes_with_a_wrong_value_are_reported(string member, string expected)
    {
        var document = ReadDocument.From($"openapi: 3.0.3\npaths: {{}}\n{member}");
        _ = XKnownScopes.Read(document.Document);

        Assert.Equal(["api/main.yaml(3) KXO2006 " + expected], document.Problems);
    }

    [Theory]
    [InlineData("{ contains: a, seconds: 5 }", "it is a list of entries with 'contains' and 'seconds'")]
    [InlineData("[a]", "each entry needs the text it 'contains' and the 'seconds' of its window")]
    [InlineData("[{ contains: a, seconds: '5' }]", "each entry needs the text it 'contains' and the 'seconds' of its window")]
    [InlineData("[{ contains: a, seconds: 0 }]", "each entry needs the text it 'contains' and the 'seconds' of its window")]
    [InlineData("[{ contains: '', seconds: 5 }]", "each entry needs the text it 'contains' and the 'seconds' of its window")]
    public void A_refusal_that_would_be_every_response_or_none_is_reported(string value, string message)
    {
        var document = ReadDocument.From($"openapi: 3.0.3\npaths: {{}}\nx-refusals: {value}");

        Assert.Empty(XRefusals.Read(document.Document));
        Assert.Equal([$"api/main.yaml(3) KXO2006 /x-refusals: x-refusals; {message}"], document.Problems);
    }

    [Theory]
    [InlineData("[{ scopes: [r], credential: [x] }]", "the 'credential' of an alternative must be a string")]
    [InlineData("[{ scopes: r }]", "it is a list of alternatives, each with a list of 'scopes' and perhaps a 'credential'")]
    [InlineData("{ scopes: [r] }", "it is a list of alternatives, each with a list of 'scopes' and perhaps a 'credential'")]
    public void A_requirement_with_a_wrong_value_is_none(string value, string message)
    {
        var (document, operation) = Operation($"x-scopes: {value}");

        Assert.Null(XScopes.Read(document.Document, operation, operation.Node, ["r"]));
        Assert.Equal([$"api/main.yaml(2) KXO2006 /paths/~1a/post/x-scopes: x-scopes; {message}"], document.Problems);
    }

    [Theory]
    [InlineData("{ operationId: one }", true)]
    [InlineData("{ one: { operationId: one } }", true)]
    [InlineData("{ colour: blue }", false)]
    [InlineData("none", false)]
    [InlineData("[]", false)]
    public void Variants_that_are_no_list_are_reported_if_they_are_meant(string value, bool isReported)
    {
        var (document, operation) = Operation($"x-variants: {value}");

        Assert.Equal(value == "[]", XVariants.IsGiven(document.Document, operation));
        Assert.Equal(
            isReported
                ? ["api/main.yaml(2) KXO2006 /paths/~1a/post/x-variants: x-variants; it is a list of variants, each with an operationId"]
                : [],
            document.Problems
        );
    }

    [Theory]
    [InlineData("x-idempotency-key: Request-Id", "Request-Id")]
    [InlineData("x-idempotency-key: true", "Idempotency-Key")]
    [InlineData("x-idempotency-key: true, parameters: [{ name: idempotency-key, in: header }]", "idempotency-key")]
    [InlineData("x-idempotency-key: false, parameters: [{ name: Idempotency-Key, in: header }]", null)]
    [InlineData("parameters: [{ name: idempotency-KEY, in: header }]", "idempotency-KEY")]
    [InlineData("parameters: [{ name: Idempotency-Key, in: query }]", null)]
    [InlineData("parameters: [{ name: Once, in: header, x-idempotency-key: true }]", "Once")]
    [InlineData("parameters: [{ name: Idempotency-Key, in: header, x-idempotency-key: false }]", null)]
    [InlineData("x-none: 1", null)]
    public void A_key_is_sent_in_the_header_that_is_meant(string members, string? header)
    {
        var (document, operation) = Operation(members);

        Assert.Equal(header, XIdempotencyKey.Read(document.Document, operation, operation.Node));
        Assert.Empty(document.Problems);
    }

    [Theory]
    [InlineData("x-idempotency-key: 'A B'")]
    [InlineData("x-idempotency-key: \"A\\r\\nB\"")]
    [InlineData("x-idempotency-key: ''")]
    [InlineData("x-idempotency-key: [a]")]
    public void A_key_in_what_is_no_header_is_reported(string members)
    {
        var (document, operation) = Operation(members);

        Assert.Null(XIdempotencyKey.Read(document.Document, operation, operation.Node));
        Assert.Equal(
            ["api/main.yaml(2) KXO2006 /paths/~1a/post/x-idempotency-key: x-idempotency-key; it is the name of a header, true or false"],
            document.Problems
        );
    }

    [Theory]
    [InlineData("kindOf_2", "kindOf_2", null)]
    [InlineData("é", "é", null)]
    [InlineData("''", "wire", "it must not be empty")]
    [InlineData("2nd", "wire", "it must be a letter followed by letters, digits and '_'")]
    [InlineData("a-b", "wire", "it must be a letter followed by letters, digits and '_'")]
    [InlineData("5", "wire", "it must be a string")]
    [InlineData("[a]", "wire", "it must be a string")]
    public void A_name_for_code_is_one_or_the_name_on_the_wire_stays(string value, string name, string? message)
    {
        var (document, operation) = Operation($"x-name: {value}");

        Assert.Equal(name, XName.Read(document.Document, operation.Node, operation.Pointer, "wire"));
        Assert.Equal(message is null ? [] : [$"api/main.yaml(2) KXO2006 /paths/~1a/post/x-name: x-name; {message}"], document.Problems);
    }

    [Fact]
    public void Paging_that_is_right_is_read_whole()
    {
        var (document, operation) = Operation(
            "x-paging: { style: cursor, items: /i, in: body, position: /p, size: s, start: 1, maxSize: 50, defaultSize: 10, more: /m, total: /t }"
        );

        Assert.Equal(
            new XPaging("cursor", "/i")
            {
                InBody = true,
                Position = "/p",
                Size = "s",
                Start = 1,
                MaxSize = 50,
                DefaultSize = 10,
                More = "/m",
                Total = "/t",
            },
            XPaging.Read(document.Document, operation)
        );
        Assert.Equal(["p", "s"], XPaging.BodyMembers(operation));
        Assert.Empty(document.Problems);
    }

    private static void AssertNone<T>(string word, string members, string message, Func<SpecDocument, SpecOperation, T?> read)
        where T : class
    {
        var (document, operation) = Operation($"{word}: {{ {members} }}");

        Assert.Null(read(document.Document, operation));
        Assert.Equal([$"api/main.yaml(2) KXO2006 /paths/~1a/post/{word}: {word}; {message}"], document.Problems);
    }

    private static (ReadDocument Document, SpecOperation Operation) Operation(string members)
    {
        var document = ReadDocument.From(
            $"openapi: 3.0.3\npaths: {{ /a: {{ post: {{ {members}, responses: {{ '204': {{ description: ok }} }} }} }} }}"
        );
        return (document, document.Document.Paths.SelectMany(document.Document.Operations).Single());
    }
}
