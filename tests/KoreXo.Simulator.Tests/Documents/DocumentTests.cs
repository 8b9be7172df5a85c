using KoreXo.Simulator.Behaviors;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Tests.Documents;

public sealed class DocumentTests
{
    [Fact]
    public async Task Behaviours_and_operations_are_the_same_set()
    {
        var behaviors = PlatformBehaviors.Of(new PlatformState(1, TimeProvider.System, pollsPerJob: 1));
        var catalog = await ApiCatalog.LoadAsync([], CancellationToken.None);

        Assert.Equal(
            catalog.Operations.Select(operation => operation.Id).Order(StringComparer.Ordinal),
            behaviors.OperationIds.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("{", "document 1")]
    [InlineData("a: [", "document 1")]
    [InlineData("just text", "document 1")]
    [InlineData("openapi: 3.0.3\npaths: { /api/public/uploadfile: { post: { operationId: other, responses: {} } } }", "twice")]
    [InlineData("openapi: 3.0.3\npaths: { /other: { post: { operationId: uploadFile, responses: {} } } }", "twice")]
    [InlineData("swagger: '1.2'\npaths: {}", "neither an 'openapi' nor a 'swagger' version")]
    [InlineData(
        "openapi: 3.0.3\npaths:\n  /a:\n    get:\n      x-rate-limit: { budget: b, limits: [{ calls: many, seconds: 60 }] }\n      responses: {}",
        "line 5: 'x-rate-limit': each of the 'limits' needs 'calls' and 'seconds', of 1 or more (at /paths/~1a/get/x-rate-limit, KXO2006)"
    )]
    [InlineData(
        "openapi: 3.0.3\npaths:\n  /a:\n    get:\n      x-rate-limit: { budget: b, by: [{ in: path, name: id }], limits: [{ calls: 1, seconds: 60 }] }\n      responses: {}",
        "line 5: 'x-rate-limit': the operation has no parameter 'id' in 'path' to count by"
    )]
    [InlineData("openapi: 3.0.3\nx-refusals: [{ contains: slow down }]\npaths: {}", "line 2: 'x-refusals': each entry needs")]
    [InlineData("openapi: 3.0.3\nx-known-scopes: [{ aliases: [a] }]\npaths: {}", "line 2: 'x-known-scopes': each entry needs a name")]
    [InlineData(
        "openapi: 3.0.3\nx-known-scopes: []\npaths:\n  /a:\n    get:\n      x-scopes: [{ credential: admin, scopes: [Unheard] }]\n      responses: {}",
        "line 6: the scope 'Unheard' is not in x-known-scopes (at /paths/~1a/get/x-scopes, KXO2012)"
    )]
    [InlineData(
        "openapi: 3.0.3\npaths:\n  /a:\n    get:\n      parameters:\n        - $ref: other.yaml#/x\n      responses: {}",
        "line 6: the reference 'other.yaml#/x' leaves the document"
    )]
    public async Task A_document_that_cannot_be_served_fails_the_start(string text, string reason)
    {
        var options = new XoSimulatorOptions { Documents = { text } };

        var fault = await Assert.ThrowsAsync<FormatException>(() => XoSimulator.StartAsync(options));
        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_out_of_range_fail_the_start()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => XoSimulator.StartAsync(new XoSimulatorOptions { PollsPerJob = 0 }));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => XoSimulator.StartAsync(new XoSimulatorOptions { MaxRecordedRequests = 0 }));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => XoSimulator.StartAsync(new XoSimulatorOptions { TimeProvider = null! }));
    }

    [Fact]
    public async Task A_start_can_be_given_up() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            XoSimulator.StartAsync(cancellationToken: new CancellationToken(canceled: true))
        );

    [Fact]
    public async Task The_same_seed_gives_the_same_ids_and_never_the_same_secret()
    {
        await using var one = await XoSimulator.StartAsync(new XoSimulatorOptions { Seed = 7 });
        await using var two = await XoSimulator.StartAsync(new XoSimulatorOptions { Seed = 7 });
        await using var other = await XoSimulator.StartAsync(new XoSimulatorOptions { Seed = 8 });

        Assert.Equal(one.AddBot("B").Id, two.AddBot("B").Id);
        Assert.NotEqual(one.AddBot("B").Id, other.AddBot("B").Id);
        Assert.NotEqual(one.AddApp(AppKind.Admin).ClientSecret, two.AddApp(AppKind.Admin).ClientSecret);
    }

    [Fact]
    public async Task The_oldest_requests_are_dropped_beyond_the_limit()
    {
        await using var platform = await XoSimulator.StartAsync(new XoSimulatorOptions { MaxRecordedRequests = 2 });
        using var caller = new TestCaller(platform, null);
        foreach (var path in new[] { "/a", "/b", "/c" })
        {
            await caller.GetAsync(path);
        }

        Assert.Equal(["/b", "/c"], platform.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task Two_platforms_know_nothing_of_each_other()
    {
        await using var one = await XoSimulator.StartAsync();
        await using var two = await XoSimulator.StartAsync();
        one.AddTable("T");

        Assert.NotEqual(one.Endpoint, two.Endpoint);
        Assert.True(one.Endpoint.IsLoopback);
        Assert.Empty(two.Tables);
    }
}
