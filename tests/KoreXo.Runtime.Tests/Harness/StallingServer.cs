namespace KoreXo.Runtime.Tests;

/// <summary>A server that accepts a request and then sends nothing, or only the beginning of a response.</summary>
internal sealed class StallingServer : IAsyncDisposable
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LoopbackServer _server = null!;

    public Uri Endpoint => _server.Endpoint;

    public Task Reached => _reached.Task;

    public static async Task<StallingServer> StartAsync(bool sendHead)
    {
        var stalling = new StallingServer();
        stalling._server = await LoopbackServer.StartAsync(
            async (context, _) =>
            {
                if (sendHead)
                {
                    await context.Response.Body.WriteAsync("{"u8.ToArray());
                    await context.Response.Body.FlushAsync();
                }

                stalling._reached.TrySetResult();
                await stalling._over.Task;
                context.Abort();
            }
        );
        return stalling;
    }

    public async ValueTask DisposeAsync()
    {
        _over.TrySetResult();
        await _server.DisposeAsync();
    }
}
