using KoreXo.Generator.Tests.Emit;

namespace KoreXo.Generator.Tests.Upgrade;

/// <summary>Strings that are written without quotes and look like something else: they are sent and compared as they are written.</summary>
public sealed class WrittenValueTests
{
    [Theory]
    [InlineData("{ type: string, enum: [1.0, 2.50] }", """["1.0","2.50"]""")]
    [InlineData("{ type: string, enum: [01, 007, 0x1F] }", """["01","007","0x1F"]""")]
    [InlineData("{ type: string, enum: [True, FALSE, yes] }", """["True","FALSE","yes"]""")]
    [InlineData("{ type: string, enum: [1e3, 2E5] }", """["1e3","2E5"]""")]
    [InlineData("{ type: string, const: 3.0 }", """["3.0"]""")]
    [InlineData("{ type: [string, 'null'], enum: [1.0, a, ~] }", """["1.0","a",null]""")]
    [InlineData("{ type: ['null', string], const: 2.0 }", """["2.0"]""")]
    [InlineData("{ type: [string], enum: [1, true] }", """["1","true"]""")]
    [InlineData("{ type: [string, integer], enum: [1, a] }", """[1,"a"]""")]
    [InlineData("{ type: integer, enum: [1.0, 2] }", "[1,2]")]
    [InlineData("{ enum: [1.50, 2] }", "[1.5,2]")]
    [InlineData("{ type: boolean, enum: [True] }", "[true]")]
    public void A_value_of_a_string_is_its_text(string schema, string expected) =>
        Assert.Equal(
            expected,
            NormalForm.Part($"openapi: 3.1.0\npaths: {{}}\ncomponents: {{ schemas: {{ S: {schema} }} }}", "/components/schemas/S/enum")
        );

    [Theory]
    [InlineData("{ type: string, default: 1.0 }", "v=1.0")]
    [InlineData("{ type: string, default: 007 }", "v=007")]
    [InlineData("{ type: string, default: True }", "v=True")]
    [InlineData("{ type: string, enum: [2.0] }", "v=2.0")]
    [InlineData("{ type: string, enum: [1.0, 2.0], default: 2.0 }", "v=2.0")]
    [InlineData("{ $ref: '#/components/schemas/Version' }", "v=3.0")]
    [InlineData("{ type: integer, default: 007 }", "v=7")]
    [InlineData("{ type: boolean, default: True }", "v=true")]
    [InlineData("{ type: number, default: 1.50 }", "v=1.5")]
    public async Task A_default_is_sent_as_it_is_written(string schema, string query)
    {
        using var handler = new Testing.Http.RecordingHandler();
        await Sample.RunAsync(
            Sample.Client(
                $$"""
                openapi: 3.0.3
                info: { title: A, version: "1" }
                paths:
                  /a: { get: { operationId: getA, parameters: [{ name: v, in: query, required: true, schema: {{schema}} }], responses: { "204": { description: ok } } } }
                components: { schemas: { Version: { type: string, enum: [3.0] } } }
                """
            ),
            "await client.GetAAsync(); return \"\";",
            handler
        );

        Assert.Equal("GET /a?" + query, handler.Requests[0].Line);
    }

    [Theory]
    [InlineData("v", "{ default: 1.0 }", "https://api.test/1.0")]
    [InlineData("v", "{ default: 2 }", "https://api.test/2")]
    [InlineData("v", "{ default: '3.0' }", "https://api.test/3.0")]
    public void A_variable_of_a_server_is_its_text(string name, string variable, string expected) =>
        Assert.Equal(
            expected,
            KoreXo.Generator.Binding.ServerReader.Address(
                OpenApi.Text.SpecText.Read(
                    "x.yaml",
                    $"url: 'https://api.test/{{{name}}}'\nvariables: {{ {name}: {variable} }}",
                    CancellationToken.None
                )
            )
        );

    [Fact]
    public async Task A_value_of_a_set_is_read_and_written_as_it_is_written() =>
        Assert.Equal(
            """True {"v":"1.0"}""",
            await Sample.RunAsync(
                Sample.Client(
                    """
                    openapi: 3.1.0
                    info: { title: A, version: "1" }
                    paths: { /a: { get: { operationId: getA, responses: { "200": { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } } }
                    components: { schemas: { A: { type: object, properties: { v: { type: [string, "null"], enum: [1.0, 1.1, ~] } } } } }
                    """
                ),
                """var a = Read<A>("{\"v\":\"1.0\"}"); return a.V!.Value.IsKnown + " " + Write(a);""",
                new Testing.Http.RecordingHandler()
            )
        );
}
