using System.Text;

namespace KoreXo.Runtime.Tests;

/// <summary>Scopes that a service grants on each resource, such as each table, separately.</summary>
public sealed class ResourceGrantTests
{
    private const string Json = """
        {
          "app": "ci",
          // one table has more
          "credentials": { "data": { "Contacts": ["files:write"], "It's \"ünïcode\"": ["files:all"], "*": ["Read files"], }, "admin": [] },
        }
        """;

    private static readonly ScopeRequirement Need = new("data", "files:read", "files:write") { Resource = "path.thingId" };

    [Fact]
    public void A_manifest_lists_scopes_for_every_resource_and_for_single_ones()
    {
        var manifest = Load(Json);

        Assert.Equal(["admin", "data"], manifest.Credentials.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["Read files"], manifest.Credentials["data"]);
        Assert.Equal(
            ["data Contacts files:write", "data It's \"ünïcode\" files:all"],
            manifest.ResourceGrants.Select(static grant => $"{grant.Credential} {grant.Resource} {string.Join(',', grant.Scopes)}")
        );
    }

    [Theory]
    [InlineData("{ \"credentials\": { \"data\": { \"\": [] } } }", "a resource must have a name; write \"*\" for every resource")]
    [InlineData(
        "{ \"credentials\": { \"data\": { \"Contacts\": \"a\" } } }",
        "the scopes of 'data' on 'Contacts' must be an array of strings"
    )]
    [InlineData("{ \"credentials\": { \"data\": { \"Contacts\": [{}] } } }", "a scope must be a non-empty string")]
    [InlineData("{ \"credentials\": { \"data\": 7 } }", "must be an array of strings, or an object with one for each resource")]
    [InlineData("{ \"scopes\": { \"Contacts\": [] } }", "the scopes must be an array of strings")]
    public void A_broken_manifest_says_what(string json, string what) =>
        Assert.Contains(what, Assert.Throws<FormatException>(() => Load(json)).Message);

    [Theory]
    [InlineData("Contacts", true)]
    [InlineData("It's \"ünïcode\"", true)]
    [InlineData("Orders", false)]
    [InlineData("contacts", false)]
    public void A_guard_asks_for_one_resource_or_for_every_one(string resource, bool held)
    {
        using var connection = Connect();
        var client = new ThingsClient(connection);

        Assert.False(client.HoldsScopes("files:write"));
        Assert.True(client.HoldsScopes("files:read"));
        Assert.Equal(held, client.HoldsScopesOn(resource, "files:read", "files:write"));
        var fault = Record.Exception(() => client.DemandScopesOn(resource, "files:read", "files:write"));
        Assert.Equal(held, fault is null);
        Assert.True(held || fault is KoreXoScopeException { MissingScopes: ["files:write"] } missing && missing.Resource == resource);
    }

    [Fact]
    public async Task A_call_is_judged_for_its_own_resource()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(static options => options.Scopes = Load(Json));

        await Send(connection, Need, "Contacts");
        var fault = await Assert.ThrowsAsync<KoreXoScopeException>(() => Send(connection, Need, "Orders"));

        Assert.Single(server.Requests);
        Assert.Equal("Orders", fault.Resource);
        Assert.Equal(
            "GET /things/{thingId} was not sent: it needs credential 'data' with scope 'files:read' and 'files:write' on 'Orders', but by its manifest app 'ci' does not hold 'files:write' on 'Orders'. Grant it in the console of the service and add it to the manifest.",
            fault.Message
        );
    }

    [Fact]
    public async Task An_alternative_without_a_resource_is_judged_for_every_one()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(static options => options.Scopes = Load(Json));

        var fault = await Assert.ThrowsAsync<KoreXoScopeException>(() =>
            Send(connection, new ScopeRequirement("data", "files:write"), "Contacts")
        );

        Assert.Null(fault.Resource);
    }

    [Fact]
    public async Task A_call_that_names_no_resource_is_judged_for_every_one()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect(static options => options.Scopes = Load(Json));

        var fault = await Assert.ThrowsAsync<KoreXoScopeException>(() => Send(connection, Need, resource: null));

        Assert.Null(fault.Resource);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_forbidden_call_names_its_resource()
    {
        await using var server = await LoopbackServer.AnsweringAsync(
            """{"errors":[{"msg":"The app does not hold the scope 'files:write'."}]}""",
            403
        );
        using var connection = server.Connect(static options => options.Scopes = Load(Json));

        var fault = await Assert.ThrowsAsync<KoreXoScopeException>(() => Send(connection, Need, "Contacts"));

        Assert.Equal("Contacts", fault.Resource);
        Assert.Contains("credential 'data' needs scope 'files:write' on 'Contacts'", fault.Message);
    }

    private static Task Send(ApiConnection connection, ScopeRequirement need, string? resource) =>
        connection.SendAsync(
            new OperationRequest(TestApi.Needing(need), "/things/1") { Resource = resource },
            call: null,
            CancellationToken.None
        );

    private static ApiConnection Connect() =>
        new(new KoreXoClientOptions { Endpoint = new Uri("https://example.com"), Scopes = Load(Json) });

    private static ScopeManifest Load(string json) => ScopeManifest.Load(new MemoryStream(Encoding.UTF8.GetBytes(json)));
}
