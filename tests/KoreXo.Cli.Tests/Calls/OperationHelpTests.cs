using System.CommandLine;
using KoreXo.Cli.Calls.Help;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>The help of one operation, from the first line to the last.</summary>
public sealed class OperationHelpTests
{
    [Fact]
    public void Help_says_all_that_a_caller_has_to_know()
    {
        var operation = WrittenDocument.Operation(
            """
            operationId: updateThing
            summary: Updates a thing.
            description: What is left out stays as it is.
            externalDocs: { url: "https://things.example/docs#update" }
            x-scopes:
              - { credential: admin, scopes: [things:write, things:read] }
              - { credential: data, scopes: [things:write], resource: tableName }
            x-rate-limit: { budget: table, by: [{ in: path, name: tableName }], limits: [{ calls: 60, seconds: 60 }, { calls: 1800, seconds: 3600 }] }
            parameters:
              - { name: tableName, x-name: table, in: path, required: true, description: Name of the table., schema: { type: string } }
              - { name: X-Trace, in: header, schema: { type: boolean } }
              - { name: mode, in: query, schema: { type: string, enum: [fast, slow], default: fast } }
            requestBody:
              required: true
              description: The new values.
              content: { application/json: { schema: { $ref: "#/components/schemas/Update" } } }
            responses:
              "200": { description: The thing., content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
            """,
            """
            Update:
              type: object
              required: [nm, tags]
              properties:
                nm: { type: string, x-name: name, description: Its new name. }
                tags: { type: array, maxItems: 3, items: { type: string } }
                count: { type: integer, minimum: 2, maximum: 9 }
                owner: { type: object, properties: { id: { type: string } } }
                since: { type: string, format: date }
            """,
            path: "/tables/{tableName}"
        );

        var text = OperationHelp.Write(operation, [new Option<string>("--output", "-o") { Description = "json, or table." }]);

        Assert.Equal(
            """
            Updates a thing.
            What is left out stays as it is.

              request     POST /tables/{tableName}
              scopes      'things:write' and 'things:read' (admin), or 'things:write' on the resource that --table names (data)
              rate limit  60 calls in 60 s, 1800 calls in 3600 s for each --table
              result      JSON
              docs        https://things.example/docs#update

            Required arguments
              --table  string; sent as tableName
                  Name of the table.
              --name  string; sent as nm
                  Its new name.
              --tags  string; may be repeated; at most 3 times

            Other arguments
              --mode  one of: fast, slow; default: fast
              --count  whole number; at least 2; at most 9
              --owner  JSON object
              --since  date, such as 2026-01-31
              --x-trace  true or false

            Body
              --body  the whole body as JSON, @FILE, or - for standard input; other options override its members
                  The new values.

            Options
              --output, -o  json, or table.

            Example
              korexo call --document things.yaml update-thing --table TABLE --name NAME --tags TAGS

            """.ReplaceLineEndings("\n"),
            text
        );
    }

    [Theory]
    [InlineData("{ application/octet-stream: { schema: { type: string, format: binary } } }", "@FILE", "--body @FILE")]
    [InlineData("{ text/plain: { schema: { type: string } } }", "text, @FILE, or - for standard input", "--body @FILE")]
    public void A_body_that_is_no_JSON_is_a_file(string content, string form, string example)
    {
        var operation = WrittenDocument.Operation(
            $$"""
            operationId: sendThing
            requestBody: { required: true, content: {{content}} }
            responses: { "204": { description: Done. } }
            """,
            path: "/things"
        );

        var text = OperationHelp.Write(operation, []);

        Assert.Contains($"  --body  {form}\n", text, StringComparison.Ordinal);
        Assert.EndsWith($"Example\n  korexo call --document things.yaml send-thing {example}\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_returned_has_a_place_in_the_example()
    {
        var operation = WrittenDocument.Operation(
            """
            operationId: getPhoto
            deprecated: true
            responses: { "200": { description: The photo., content: { image/png: { schema: { type: string, format: binary } } } } }
            """,
            path: "/photo",
            verb: "get"
        );

        var text = OperationHelp.Write(operation, []);

        Assert.Contains("  result      a file\n  deprecated  The document advises against new uses.\n", text, StringComparison.Ordinal);
        Assert.EndsWith("Example\n  korexo call --document things.yaml get-photo --out FILE\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_shows_no_character_that_a_terminal_obeys()
    {
        var operation = WrittenDocument.Operation(
            """
            operationId: getThing
            parameters: [{ name: kind, in: query, required: true, schema: { type: string, enum: ["a\e[2Jb", c] } }]
            responses: { "204": { description: Done. } }
            """,
            path: "/things"
        );

        var text = OperationHelp.Write(operation, []);

        Assert.EndsWith(
            "\nExample\n  korexo call --document things.yaml get-thing --kind 'a\\u001B[2Jb'\n",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(text, static letter => char.IsControl(letter) && letter != '\n');
    }

    [Theory]
    [InlineData("'302': { description: Elsewhere. }", "the address that the service redirects to")]
    [InlineData("'204': { description: Done. }", "nothing")]
    [InlineData("'200': { description: A., content: { application/json: {} } }", "JSON")]
    [InlineData("'200': { description: A., content: { application/pdf: {} } }", "a file")]
    public void The_kind_of_the_result_is_said(string response, string words)
    {
        var operation = WrittenDocument.Operation($"operationId: getThing\nresponses: {{ {response} }}", path: "/things", verb: "get");

        Assert.Contains($"\n  result   {words}\n", OperationHelp.Write(operation, []), StringComparison.Ordinal);
    }
}
