using System.Net;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// What a call allocates, counted on one thread: the response arrives while the test completes it, as it would from a network.
/// </summary>
public sealed class AllocationTests
{
    private const int Calls = 200;

    // Compiled for debugging, state machines are objects of their own, so this is more than docs/performance.md says.
    [Theory]
    [InlineData(false, 3300)]
    [InlineData(true, 3550)]
    public async Task A_call_allocates_little(bool isLimited, int most)
    {
        var operation = new OperationDescriptor(TestApi.Api, "getThing", HttpMethod.Get, "/things/{thingId}")
        {
            Idempotent = true,
            Scopes = [],
            RateLimit = isLimited ? new RateLimit("bot", Documented: true, [new RateLimitWindow(int.MaxValue, 60)]) : null,
        };
        using var handler = new LaterHandler();
        using var connection = new ApiConnection(
            new KoreXoClientOptions { Endpoint = new Uri("https://platform.example.com"), Credential = new ApiKeyCredential("k") },
            handler
        );

        // Without the test's own synchronization context, what waits goes on where it is completed.
        var bytes = await Task.Run(() =>
        {
            Send(connection, operation, handler);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Send(connection, operation, handler);
            return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
        });

        Assert.InRange(bytes, 1, most);
    }

    private static void Send(ApiConnection connection, OperationDescriptor operation, LaterHandler handler)
    {
        for (var index = 0; index < Calls; index++)
        {
            var call = connection.SendAsync(TestApi.Request(operation), null, CancellationToken.None);
            Assert.False(call.IsCompleted);
            handler.Complete();
            Assert.True(call.IsCompletedSuccessfully);
        }
    }

    private sealed class LaterHandler : HttpMessageHandler
    {
        private TaskCompletionSource<HttpResponseMessage> _response = new();

        /// <summary>Lets the response arrive; what waits for it goes on here.</summary>
        public void Complete() =>
            _response.SetResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent("{}"u8.ToArray()) });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _response = new TaskCompletionSource<HttpResponseMessage>();
            return _response.Task;
        }
    }
}
