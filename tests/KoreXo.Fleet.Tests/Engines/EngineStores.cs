namespace KoreXo.Fleet.Tests.Engines;

/// <summary>Creates the stores of rate limits that engines hold.</summary>
internal static class EngineStores
{
    /// <summary>Creates a store.</summary>
    public static IRateLimitStore CreateStore(this Engine engine) => Create(engine.Kind, engine.Connection);

    /// <summary>Creates a store of a kind.</summary>
    public static IRateLimitStore Create(string kind, string connection) =>
        kind == RedisEngine.Name ? new RedisRateLimitStore(connection) : new PostgreSqlRateLimitStore(connection);
}
