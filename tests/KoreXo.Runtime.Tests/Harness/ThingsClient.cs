namespace KoreXo.Runtime.Tests;

/// <summary>A client as the generator emits one.</summary>
internal sealed class ThingsClient : ApiClient
{
    public ThingsClient()
    {
    }

    public ThingsClient(ApiConnection connection)
        : base(connection, TestApi.Api)
    {
    }

    public Task<Thing> GetAsync(CancellationToken cancellationToken) =>
        Connection.SendAsync(TestApi.Request(), ThingCodec.Instance, call: null, cancellationToken);
}
