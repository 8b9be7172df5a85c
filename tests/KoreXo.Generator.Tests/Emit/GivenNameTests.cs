using KoreXo.Generator.Tests.Harness;

namespace KoreXo.Generator.Tests.Emit;

/// <summary><c>x-name</c>: what code says and what the wire says.</summary>
public sealed class GivenNameTests
{
    private const string Add =
        """await client.AddRowAsync(botId: "b", userId: "u", request: new Row { Revision = 3, LastModified = "now", CreatedBy = new() { Id = "i" } }, options: new() { From = "d", Language = "en" });""";

    [Fact]
    public async Task The_wire_never_sees_a_given_name()
    {
        var request = await Sample.RequestAsync("given-names", Add, "{}");

        Assert.Equal(
            ("POST /bots/b/rows?uId=u&dt=d", "en", """{"__v":3,"lMod":"now","owner":{"id":"i"}}"""),
            (request.Line, request.Headers["bot-language"], request.Body)
        );
    }

    [Fact]
    public async Task A_member_with_a_given_name_is_read_and_written_as_the_wire_has_it() =>
        Assert.Equal(
            """{"__v":3,"lMod":null,"more":1}""",
            await Sample.RoundTripAsync("given-names", "Row", """{"__v":3,"lMod":null,"more":1}""")
        );

    [Fact]
    public async Task A_part_of_a_form_keeps_its_name()
    {
        var request = await Sample.RequestAsync("given-names", """await client.AddFileAsync(new() { FileName = "a.txt" });""", "");

        Assert.Contains("name=fn\r\n", request.Body.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_names_the_argument_as_code_does() =>
        Assert.Equal(
            "botId",
            await Sample.RunAsync(
                "given-names",
                """
                try { await client.AddRowAsync(botId: "", userId: "u", request: new Row { Revision = 1 }); return "sent"; }
                catch (ArgumentException exception) { return exception.ParamName!; }
                """
            )
        );

    [Fact]
    public async Task A_wire_name_that_another_member_was_given_is_told_apart_like_two_equal_wire_names() =>
        Assert.Equal(
            """{"revision":"r"}""",
            await Sample.RunAsync(
                "given-names",
                """return Write(Read<Row>("{\"revision\":\"r\"}") is { RevisionValue: "r" } row ? row : new Row { Revision = 0 });"""
            )
        );

    [Fact]
    public async Task The_type_of_an_inline_member_is_named_like_the_member() =>
        Assert.Equal("RowShape", await Sample.RunAsync("given-names", """return Read<Row>("{\"kind\":{}}").Shape!.GetType().Name;"""));

    [Theory]
    [InlineData("7", "it must be a string")]
    [InlineData("{ de: Zeile }", "it must be a string")]
    [InlineData("''", "it must not be empty")]
    [InlineData("'?'", "it must be a letter followed by letters, digits and '_'")]
    [InlineData("2nd", "it must be a letter followed by letters, digits and '_'")]
    [InlineData("last modified", "it must be a letter followed by letters, digits and '_'")]
    public Task A_name_that_is_none_is_told(string name, string expected) =>
        GeneratorVerifier.VerifyGeneratorAsync(
            Sample.Client(
                $$"""
                openapi: 3.0.3
                info: { title: T, version: '1' }
                paths: { /a: { get: { operationId: a, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } } }
                components:
                  schemas:
                    A: { type: object, properties: { b: { type: string, x-name: {{name}} } } }
                """
            ),
            $"sample.yaml(6,65): error KXO2006: The extension 'x-name' is invalid: {expected} (at /components/schemas/A/properties/b/x-name)"
        );

    [Fact]
    public Task A_parameter_whose_name_is_none_is_told() =>
        GeneratorVerifier.VerifyGeneratorAsync(
            Sample.Client(
                """
                openapi: 3.0.3
                info: { title: T, version: '1' }
                paths:
                  /a:
                    get:
                      operationId: a
                      parameters: [{ name: q, in: query, x-name: '', schema: { type: string } }]
                      responses: { '204': { description: Done. } }
                """
            ),
            "sample.yaml(7,50): error KXO2006: The extension 'x-name' is invalid: it must not be empty (at /paths/~1a/get/parameters/0/x-name)"
        );
}
