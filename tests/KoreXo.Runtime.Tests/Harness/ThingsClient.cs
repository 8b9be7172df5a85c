namespace KoreXo.Runtime.Tests;

/// <summary>A client as the generator emits one.</summary>
internal sealed class ThingsClient : ApiClient
{
    public ThingsClient() { }

    public ThingsClient(ApiConnection connection, bool ownsConnection = false)
        : base(connection, TestApi.Api, ownsConnection) { }

    public Task GetLimitedAsync()
    {
        var operation = new OperationDescriptor(TestApi.Api, "getLimited", HttpMethod.Get, "/limited")
        {
            RateLimit = new RateLimit("app", Documented: true, [new RateLimitWindow(1, 60)]),
        };
        return Connection.SendAsync(new OperationRequest(operation, "/limited"), call: null, CancellationToken.None);
    }

    public Task<Thing> GetAsync(CancellationToken cancellationToken) =>
        Connection.SendAsync(TestApi.Request(), ThingCodec.Instance, call: null, cancellationToken);
}
