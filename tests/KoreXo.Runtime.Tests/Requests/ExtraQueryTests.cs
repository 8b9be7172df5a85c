namespace KoreXo.Runtime.Tests;

public sealed class ExtraQueryTests
{
    [Theory]
    [InlineData("/things/1", "/things/1?a%20b=%26%3D%2F%C3%A9&x=1")]
    [InlineData("/things/1?limit=5", "/things/1?limit=5&a%20b=%26%3D%2F%C3%A9&x=1")]
    public async Task Parameters_are_added_percent_encoded(string address, string target)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();

        await Send(connection, address, ("a b", "&=/é"), ("x", "1"));

        Assert.Equal(target, server.Only.Target);
    }

    [Fact]
    public async Task They_are_part_of_the_address_before_the_credential()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();
        var api = new ApiDescription { Name = "Query", Authentication = new ApiAuthentication("key", AuthLocation.Query, "") };
        var request = new OperationRequest(new OperationDescriptor(api, "get", HttpMethod.Get, "/x"), "/x");

        await connection.SendAsync(request, Options(("a", "1")), CancellationToken.None);

        Assert.Equal($"/x?a=1&key={TestApi.Token}", server.Only.Target);
        await Assert.ThrowsAsync<ArgumentException>(() => connection.SendAsync(request, Options(("key", "mine")), CancellationToken.None));
    }

    [Fact]
    public async Task A_parameter_that_the_operation_sends_is_not_sent_twice()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => Send(connection, "/things/1?page%20size=5", ("page size", "9")));

        Assert.Contains("The query parameter 'page size' is already set by the operation", fault.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_sensitive_value_stays_out_of_what_a_server_repeats()
    {
        await using var server = await LoopbackServer.AnsweringAsync("""{"msg":"canary-value is wrong"}""", 400);
        using var connection = server.Connect();
        var operation = new OperationDescriptor(TestApi.Api, "get", HttpMethod.Get, "/x") { Scopes = [], SensitiveParameters = ["userId"] };

        var fault = await Assert.ThrowsAsync<KoreXoValidationException>(() =>
            connection.SendAsync(new OperationRequest(operation, "/x"), Options(("userId", "canary-value")), CancellationToken.None)
        );

        Assert.DoesNotContain("canary", fault.ToString() + fault.Body, StringComparison.Ordinal);
    }

    private static Task Send(ApiConnection connection, string address, params (string Name, string Value)[] query) =>
        connection.SendAsync(TestApi.Request(address: address), Options(query), CancellationToken.None);

    private static CallOptions Options(params (string Name, string Value)[] query) =>
        new() { Query = query.ToDictionary(static entry => entry.Name, static entry => entry.Value, StringComparer.Ordinal) };
}
