using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>Deep nesting from the caller is sent, or rejected as an argument; deep nesting from the server fails the call.</summary>
public sealed class DeepBodyTests
{
    [Theory]
    [InlineData("call", 500)]
    [InlineData("list", 65)]
    [InlineData("list", 500)]
    [InlineData("start", 65)]
    [InlineData("start", 500)]
    [InlineData("sensitive", 500)]
    public async Task A_body_is_sent_as_deep_as_the_caller_made_it(string call, int depth)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(call == "sensitive" ? 400 : 200, """{"_id":"1","rows":[]}"""));
        using var connection = handler.Connect();

        var end = await Record.ExceptionAsync(() => SendAsync(connection, call, depth));

        Assert.Equal(call == "sensitive", end is KoreXoValidationException);
        Assert.Contains(new string('[', depth), Assert.Single(handler.Requests).Body);
    }

    [Theory]
    [InlineData("call")]
    [InlineData("list")]
    [InlineData("start")]
    public async Task A_body_that_is_too_deep_to_be_written_is_refused(string call)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect();
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => SendAsync(connection, call, 1200));
        Assert.Contains("nested deeper than 1000 levels", fault.Message);
        Assert.Empty(handler.Requests);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"x\":")]
    public async Task A_response_that_is_too_deep_fails_the_call(string open)
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, "{\"x\":" + string.Concat(Enumerable.Repeat(open, 5000))));
        using var connection = handler.Connect();
        var fault = await Assert.ThrowsAsync<KoreXoException>(() =>
            connection.SendAsync(TestApi.Request(), ThingCodec.Instance, null, CancellationToken.None)
        );
        Assert.True(fault.MayHaveBeenApplied);
        Assert.IsAssignableFrom<JsonException>(fault.InnerException);
    }

    private static Task SendAsync(ApiConnection connection, string call, int depth)
    {
        var thing = new Thing { ExtensionData = new Dictionary<string, JsonElement>(StringComparer.Ordinal) { ["deep"] = Deep(depth) } };
        JsonBody Body() => JsonBody.Create(thing, ThingCodec.Instance);
        return call switch
        {
            "list" => ThingLists.Collect(
                connection.List(
                    ThingLists.Request() with
                    {
                        Body = Body(),
                    },
                    new PagingDescriptor
                    {
                        Style = PagingStyle.Offset,
                        In = PagingLocation.Body,
                        Position = "/skip",
                        Size = "/limit",
                        MaxSize = 3,
                        Items = "/rows",
                    },
                    Codecs.Int64,
                    default,
                    null,
                    CancellationToken.None
                )
            ),
            "start" => connection.StartJobAsync(
                new OperationRequest(ExportJob.Start, "/bots/x/export") { Body = Body() },
                ExportJob.Export,
                [new JobValue("path.botId", "b")],
                ExportJob.NoLimit,
                CancellationToken.None
            ),
            "sensitive" => connection.SendAsync(
                new OperationRequest(
                    new(TestApi.Api, "op", HttpMethod.Post, "/things") { Scopes = [], SensitiveMembers = ["deep"] },
                    "/things"
                )
                {
                    Body = Body(),
                },
                null,
                CancellationToken.None
            ),
            _ => connection.SendAsync(new OperationRequest(ThingLists.Query, "/things") { Body = Body() }, null, CancellationToken.None),
        };
    }

    private static JsonElement Deep(int depth) =>
        JsonDocument
            .Parse(new string('[', depth) + new string(']', depth), new JsonDocumentOptions { MaxDepth = int.MaxValue })
            .RootElement;
}
