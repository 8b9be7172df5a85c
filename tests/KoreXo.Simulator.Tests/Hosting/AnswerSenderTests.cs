using KoreXo.Simulator.Tests.AnyDocument;

namespace KoreXo.Simulator.Tests.Hosting;

/// <summary>What of a response is sent, through the handler and through a socket alike.</summary>
public sealed class AnswerSenderTests() : DocumentTest(Document)
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Heads, version: "1" }
        paths:
          /item:
            head: { operationId: peek, responses: { "200": { description: d, content: { application/json: { schema: { type: string, enum: [abc] } } } } } }
            get: { operationId: read, responses: { "200": { description: d, content: { application/json: { schema: { type: string, enum: [abc] } } } } } }
            put: { operationId: write, responses: { "204": { description: d, content: { application/json: { schema: { type: string } } } } } }
            delete: { operationId: clear, responses: { "205": { description: d } } }
        """;

    [Theory]
    [InlineData("GET", 200, 5L, "\"abc\"")]
    [InlineData("HEAD", 200, 5L, "")]
    [InlineData("PUT", 204, null, "")]
    public async Task A_response_is_the_same_in_process_and_over_a_socket(string method, int status, long? length, string body)
    {
        using var socket = new HttpClient { BaseAddress = Service.Endpoint };
        foreach (var client in new[] { Http, socket })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri("/item", UriKind.Relative));
            using var response = await client.SendAsync(request);

            Assert.Equal(body, await response.Content.ReadAsStringAsync());
            Assert.Equal(status, (int)response.StatusCode);
            if (client == socket || length is not null)
            {
                Assert.Equal(length ?? 0, response.Content.Headers.ContentLength ?? 0);
            }
        }
    }

    [Theory]
    [InlineData("/nowhere", 404)]
    [InlineData("//item", 400)]
    public async Task A_rejected_HEAD_has_no_body_either(string path, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(Service.Endpoint.GetLeftPart(UriPartial.Authority) + path));
        using var response = await Http.SendAsync(request);

        Assert.Equal((status, ""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.True(response.Content.Headers.ContentLength > 0);
    }

    [Fact]
    public async Task A_HEAD_response_that_is_cut_arrives_since_there_is_nothing_to_cut()
    {
        Service.Faults = FaultPlan.On("peek", 1, Fault.CutBody);

        Assert.Equal(200, (await SendAsync("HEAD", "/item")).Status);
    }

    [Fact]
    public async Task A_response_that_is_cut_fails_its_reader()
    {
        Service.Faults = FaultPlan.On("read", 1, Fault.CutBody);

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("GET", "/item"));
        Assert.Equal("\"abc\"", (await SendAsync("GET", "/item")).Body);
    }

    [Theory]
    [InlineData("GET", "/item")]
    [InlineData("DELETE", "/item")]
    [InlineData("GET", "/nowhere")]
    public async Task Each_response_has_the_id_of_its_request(string method, string path)
    {
        var reply = await SendAsync(method, path);

        Assert.Equal([Service.Requests[^1].RequestId], reply.Response.Headers.GetValues("x-request-id"));
    }
}
