using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>Successes of different types: one case for each status.</summary>
public sealed class StatusReaderTests
{
    private const string Types =
        "components: { schemas: { Order: { properties: { id: {} } }, Ticket: { properties: { at: {} } }, AResult: { properties: { x: {} } } } }";

    private const string Order =
        "{ description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }";
    private const string Ticket =
        "{ description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/Ticket' } } } }";

    [Theory]
    [InlineData("'200': " + Order + ", '202': " + Ticket, "Ok: Order | Accepted: Ticket", "200-200 Ok, 202-202 Accepted")]
    [InlineData("'202': " + Ticket + ", '200': " + Order, "Ok: Order | Accepted: Ticket", "200-200 Ok, 202-202 Accepted")]
    [InlineData(
        "'200': " + Order + ", '201': " + Ticket + ", '203': " + Order,
        "Ok: Order | Created: Ticket",
        "200-200 Ok, 201-201 Created, 203-203 Ok"
    )]
    [InlineData(
        "'206': " + Order + ", 2XX: " + Ticket,
        "PartialContent: Order | Success: Ticket",
        "206-206 PartialContent, 200-299 Success"
    )]
    [InlineData(
        "'207': " + Order + ", '299': " + Ticket,
        "MultiStatus: Order | Status_299: Ticket",
        "207-207 MultiStatus, 299-299 Status_299"
    )]
    [InlineData(
        "'200': " + Order + ", '202': { description: Later., content: { text/plain: {} } }",
        "Ok: Order | Accepted: String",
        "200-200 Ok, 202-202 Accepted text"
    )]
    public void Each_type_is_a_case_of_its_statuses(string responses, string cases, string statuses)
    {
        var document = Bind(responses);

        var result = document.Operation().Result;
        Assert.Equal(cases, string.Join(" | ", document.Cases(BoundDocument.Describe(result.Content))));
        Assert.Equal(
            statuses,
            string.Join(", ", result.Statuses.Select(static one => $"{one.First}-{one.Last} {one.Case}{(one.IsText ? " text" : "")}"))
        );
    }

    [Theory]
    [InlineData("'200': " + Order + ", '201': " + Order, "Order")]
    [InlineData("'200': " + Order + ", '204': { description: Done. }", "Order?")]
    [InlineData("'200': " + Order + ", '202': { description: Later., content: { application/pdf: {} } }", "Order")]
    [InlineData("'200': " + Order + ", '202': { description: Later., content: { application/x-ndjson: {} } }", "Order")]
    [InlineData("'200': " + Order + ", default: " + Ticket, "Order")]
    public void Otherwise_the_first_success_is_the_result(string responses, string expected)
    {
        var result = Bind(responses).Operation().Result;

        Assert.Equal(expected, BoundDocument.Describe(result.Type));
        Assert.Empty(result.Statuses);
    }

    [Fact]
    public void The_union_gets_a_name_that_no_schema_has()
    {
        var document = Bind(
            "'200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/AResult' } } } }, '202': "
                + Ticket
        );

        Assert.Equal("AResultUnion", BoundDocument.Describe(document.Operation().Result.Type));
        Assert.Equal("What 'a' responds with, by its status.", document.Type<UnionModel>("AResultUnion").Description);
    }

    [Fact]
    public void A_status_without_content_makes_the_union_nullable()
    {
        var result = Bind($"'200': {Order}, '202': {Ticket}, '204': {{ description: Done. }}").Operation().Result;

        Assert.Equal("AResult?", BoundDocument.Describe(result.Type).Replace("Union", "", StringComparison.Ordinal));
        Assert.True(result.MayBeEmpty);
    }

    [Theory]
    [InlineData("'200': " + Order + ", '202': " + Ticket, null)]
    [InlineData(
        "'200': " + Order + ", '202': { description: Later., content: { text/plain: {} } }",
        "application/json, text/plain, */*;q=0.1"
    )]
    [InlineData(
        "'200': { description: Done., content: { application/a+json: { schema: { type: integer } } } }, '202': { description: Later., content: { application/b+json: { schema: { type: string } } } }",
        "application/a+json, application/b+json, */*;q=0.1"
    )]
    public void All_media_types_are_accepted(string responses, string? expected) =>
        Assert.Equal(expected, Bind(responses).Operation().Result.Accept);

    private static BoundDocument Bind(string responses) => BoundDocument.Get($"responses: {{ {responses} }}", Types);
}
