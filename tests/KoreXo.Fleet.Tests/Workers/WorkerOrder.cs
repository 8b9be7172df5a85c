using System.Globalization;

namespace KoreXo.Fleet.Tests.Workers;

/// <summary>What a worker does, as its command line says it.</summary>
/// <param name="Name">The name of the worker, which its rows begin with.</param>
/// <param name="Store">The kind of store; empty to count in memory.</param>
/// <param name="Connection">What the store needs to connect.</param>
/// <param name="Endpoint">The address of the platform.</param>
/// <param name="ClientId">The app.</param>
/// <param name="Secret">The secret of the app.</param>
/// <param name="Table">The table that rows are inserted into.</param>
/// <param name="Window">The rate limit.</param>
/// <param name="Calls">The number of calls, or of permits that are acquired and kept.</param>
/// <param name="Loops">The number of loops that share them; 0 to acquire permits and wait to be killed.</param>
public sealed record WorkerOrder(
    string Name,
    string Store,
    string Connection,
    Uri Endpoint,
    string ClientId,
    string Secret,
    string Table,
    RateLimitWindow Window,
    int Calls,
    int Loops
)
{
    public string[] Write() =>
        [
            Name,
            Store,
            Connection,
            Endpoint.AbsoluteUri,
            ClientId,
            Secret,
            Table,
            .. new[] { Window.Calls, Window.Seconds, Calls, Loops }.Select(static number => number.ToString(CultureInfo.InvariantCulture)),
        ];

    public static WorkerOrder Read(string[] words)
    {
        var numbers = words[7..].Select(static word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        return new WorkerOrder(
            words[0],
            words[1],
            words[2],
            new Uri(words[3]),
            words[4],
            words[5],
            words[6],
            new RateLimitWindow(numbers[0], numbers[1]),
            numbers[2],
            numbers[3]
        );
    }

    /// <summary>Creates the client that the order asks for.</summary>
    public KoreXoClient CreateClient(IRateLimitStore? store) =>
        new(
            new KoreXoClientOptions
            {
                Endpoint = Endpoint,
                Credential = new JwtCredential(ClientId, Secret),
                RateLimitStore = store,
                RateLimits = { ["table"] = [Window] },
                MaxRateLimitWait = Timeout.InfiniteTimeSpan,
            }
        );

    /// <summary>Gets what the calls of the order are counted with.</summary>
    public RateLimitPartition Partition => new($"{Endpoint.Host}:{Endpoint.Port}", ClientId, "table", Table);
}
