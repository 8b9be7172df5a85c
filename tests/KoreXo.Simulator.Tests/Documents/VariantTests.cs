using System.Net;

namespace KoreXo.Simulator.Tests.Documents;

/// <summary>Two methods over one verb and path, told apart by a member of the body.</summary>
public sealed class VariantTests : AreaTest
{
    private string Target => $"/api/1.1/public/bot/{Bot.Id}/language/status";

    [Theory]
    [InlineData(true, "enableLanguage", "application/json")]
    [InlineData(false, "disableLanguage", "text/plain")]
    public async Task The_body_decides_which_of_the_two_is_meant(bool enable, string id, string type)
    {
        Bot.LanguageSet.Add("de");

        var reply = await Admin.PostAsync(Target, $$"""{"language":"de","enable":{{(enable ? "true" : "false")}}}""");

        Assert.Equal((HttpStatusCode.OK, id), (reply.Status, Platform.Requests[^1].OperationId));
        Assert.StartsWith(type, reply.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Equal(enable, reply.Text.StartsWith('"'));
        Assert.Equal(enable, Bot.Languages["de"].IsEnabled);
    }

    [Theory]
    [InlineData("""{"language":"de"}""", "at /enable: it is required")]
    [InlineData("""{"language":"de","enable":null}""", "at /enable: true or false is expected")]
    [InlineData("""{"language":"de","enable":"true"}""", "at /enable: true or false is expected")]
    [InlineData("""["de"]""", "an object is expected")]
    [InlineData("{", "not valid JSON")]
    public async Task A_body_that_is_for_neither_is_refused(string body, string reason) =>
        Assert.Contains(reason, (await Admin.PostAsync(Target, body)).Refusal(HttpStatusCode.BadRequest), StringComparison.Ordinal);

    [Fact]
    public async Task A_body_that_the_schema_allows_and_no_variant_takes_is_refused()
    {
        await using var platform = await XoSimulator.StartAsync(
            new XoSimulatorOptions
            {
                Documents =
                {
                    """
                    {"openapi":"3.0.3","paths":{"/door":{"post":{"responses":{},
                     "requestBody":{"required":true,"content":{"application/json":{"schema":{"type":"object"}}}},
                     "x-variants":[{"operationId":"openDoor","body":{"open":true}},{"operationId":"closeDoor","body":{"open":false}}]}}}}
                    """,
                },
            }
        );
        using var caller = new TestCaller(platform, null);

        (await caller.PostAsync("/door", """{"open":false}""")).Refusal(HttpStatusCode.NotImplemented);
        Assert.Equal("closeDoor", platform.Requests[^1].OperationId);
        Assert.Contains(
            "none of the values of open",
            (await caller.PostAsync("/door", """{"open":1}""")).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("[{\"operationId\":\"a\",\"body\":{\"x\":1}},{\"operationId\":\"b\"}]")]
    [InlineData("[{\"operationId\":\"a\"},{\"operationId\":\"b\",\"body\":{\"x\":1}}]")]
    public async Task Variants_that_nothing_tells_apart_fail_the_start(string variants)
    {
        var options = new XoSimulatorOptions
        {
            Documents = { $$$"""{"openapi":"3.0.3","paths":{"/x":{"post":{"responses":{},"x-variants":{{{variants}}} } } } }""" },
        };

        Assert.Contains(
            "twice",
            (await Assert.ThrowsAsync<FormatException>(() => XoSimulator.StartAsync(options))).Message,
            StringComparison.Ordinal
        );
    }
}
