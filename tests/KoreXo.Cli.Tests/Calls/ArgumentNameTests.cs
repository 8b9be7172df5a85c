using System.Text.Json.Nodes;
using KoreXo.Cli.Calls.Documents;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>Somebody who knows a method finds the options of its operation, and somebody who knows the platform's pages too.</summary>
public sealed class ArgumentNameTests
{
    [Theory]
    [InlineData("{ name: streamId, x-name: botId, in: path }", "--bot-id", "--bot", "--stream-id")]
    [InlineData("{ name: streamId, in: path }", "--stream-id", "--stream", null)]
    [InlineData("{ name: dt, x-name: from, in: query }", "--from", null, "--dt")]
    [InlineData("{ name: startDate, in: query }", "--start-date", null, null)]
    [InlineData("{ name: X-Time-Zone, x-name: timeZone, in: header }", "--time-zone", null, "--x-time-zone")]
    [InlineData("{ name: größe, in: query }", "--größe", null, null)]
    [InlineData("{ name: $, in: query }", "--value", null, null)]
    [InlineData("{ name: id, in: query }", "--id", null, null)]
    [InlineData("{ name: output, in: query }", "--query-output", null, null)]
    [InlineData("{ name: output, x-name: kind, in: query }", "--kind", null, null)]
    public void An_option_has_the_name_that_code_has(string parameter, string option, string? alias, string? wire)
    {
        var written = parameter.Replace(" }", ", required: true, schema: { type: string } }", StringComparison.Ordinal);
        var operation = WrittenDocument.Operation(
            $$"""
            operationId: getThing
            parameters:
              - {{written}}
            responses: { "204": { description: Done. } }
            """,
            path: parameter.Contains("in: path", StringComparison.Ordinal) ? "/things/{streamId}" : "/things"
        );

        var argument = Assert.Single(operation.Arguments);

        Assert.Equal((option, alias, wire), (argument.Option, argument.Alias, argument.WireOption));
    }

    [Fact]
    public void Two_arguments_never_share_an_option()
    {
        var operation = WrittenDocument.Operation(
            """
            operationId: getThing
            parameters:
              - { name: id, in: path, required: true, schema: { type: string } }
              - { name: id, in: query, schema: { type: string } }
              - { name: user, in: query, schema: { type: string } }
              - { name: userId, in: query, schema: { type: string } }
              - { name: from, in: query, x-name: to, schema: { type: string } }
              - { name: to, in: query, x-name: from, schema: { type: string } }
              - { name: id, in: header, schema: { type: string } }
              - { name: header_id, in: query, schema: { type: string } }
            responses: { "204": { description: Done. } }
            """,
            verb: "get"
        );

        Assert.Equal(
            [
                "Path id: --id",
                "Query id: --query-id",
                "Query user: --user",
                "Query userId: --user-id",
                "Query from: --to",
                "Query to: --from",
                "Query header_id: --header-id --header",
                "Header id: --header-id-2",
            ],
            operation.Arguments.Select(static argument =>
                $"{argument.Place} {argument.WireName}: {string.Join(' ', new[] { argument.Option, argument.Alias, argument.WireOption }.OfType<string>())}"
            )
        );
    }

    [Theory]
    [InlineData(
        "in: query",
        "[{ name: skip, in: query, schema: { type: integer } }, { name: limit, in: query, schema: { type: integer } }]",
        ""
    )]
    [InlineData("in: body", "[]", "skip: { type: integer }, limit: { type: integer }")]
    public void The_size_of_pages_has_one_name_wherever_it_is_sent(string place, string parameters, string members)
    {
        var operation = WrittenDocument.Operation(
            $$"""
            operationId: listThings
            x-paging: { style: offset, {{place}}, position: skip, size: limit, items: /things }
            parameters: {{parameters}}
            requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Query" } } } }
            responses:
              "200":
                description: Things.
                content: { application/json: { schema: { type: object, properties: { things: { type: array, items: { type: string } } } } } }
            """,
            $"Query: {{ type: object, required: [name], properties: {{ name: {{ type: string }}, {members} }} }}",
            path: "/things"
        );

        Assert.Equal(
            ["--name", "--page-size --limit", "--skip"],
            operation.Arguments.Select(static argument => $"{argument.Option} {argument.WireOption}".Trim()).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            ["--name"],
            operation.Arguments.Where(static argument => argument.IsRequired).Select(static argument => argument.Option)
        );
    }

    [Fact]
    public void No_operation_of_the_platform_has_an_option_twice()
    {
        foreach (var operation in CallDocuments.Areas.SelectMany(static area => CallDocuments.Read(area).Operations))
        {
            var names = operation
                .Arguments.SelectMany(static argument => new[] { argument.Option, argument.Alias, argument.WireOption })
                .OfType<string>()
                .ToList();

            Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        }
    }

    [Fact]
    public async Task The_platforms_own_names_are_accepted()
    {
        await using var platform = await CalledPlatform.StartAsync();

        var ended = await platform.CallAsync([
            .. new[] { "analytics", "list-sessions", "--bot-id", platform.Bot.Id, "--date-from", "2026-01-31", "--limit", "7" },
        ]);

        Assert.Equal((0, "[]\n"), (ended.ExitCode, ended.Output));
        var body = JsonNode.Parse(Assert.Single(platform.Simulator.Requests).BodyText)!;
        Assert.Equal(("2026-01-31T00:00:00Z", 7), (body["dateFrom"]!.GetValue<string>(), body["limit"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Both_names_of_one_argument_at_once_are_refused_by_the_one_that_help_shows()
    {
        var ended = await Korexo.RunAsync([
            .. new[]
            {
                "call",
                "analytics",
                "list-sessions",
                "--bot",
                "st-1",
                "--from",
                "2026-01-31",
                "--date-from",
                "2026-02-01",
                "--simulate",
            },
        ]);

        Assert.Equal((2, ""), (ended.ExitCode, ended.Output));
        Assert.Contains("  --from is given more than once, but takes one value. ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_and_completion_show_the_names_of_code_and_help_says_what_is_sent()
    {
        const string line = "korexo call analytics list-sessions --";

        var help = await Korexo.RunAsync("call", "analytics", "list-sessions", "--help");
        var completed = (await Korexo.RunAsync($"[suggest:{line.Length}]", line)).Output.ReplaceLineEndings("\n").Split('\n');

        Assert.Contains("  --page-size  whole number; at least 1; sent as limit\n", help.Output, StringComparison.Ordinal);
        Assert.Contains("; sent as dateFrom\n", help.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--date-from", help.Output, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "--bot", "--bot-id", "--from", "--page-size", "--page-all" }, completed.ToHashSet());
        Assert.Empty(completed.Intersect(["--limit", "--date-from"]));
    }

    [Fact]
    public async Task An_option_that_begins_like_another_one_is_not_mistaken_for_it()
    {
        using var folder = new Specs.SpecFolder().Write(
            "crm.yaml",
            """
            openapi: 3.0.3
            info: { title: CRM, version: "1" }
            paths:
              /documents:
                get:
                  operationId: getDocument
                  parameters:
                    - { name: documentId, in: query, required: true, schema: { type: integer } }
                  responses: { "204": { description: Done. } }
            """
        );

        var ended = await Korexo.RunAsync(
            "call",
            "get-document",
            "--document-id",
            "x",
            $"--document={folder.File("crm.yaml")}",
            "--simulate"
        );

        Assert.Contains("--document-id is 'x', but must be a whole number", ended.Error + ended.Output, StringComparison.Ordinal);
    }
}
