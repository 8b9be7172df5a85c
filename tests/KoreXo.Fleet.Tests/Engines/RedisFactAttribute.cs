namespace KoreXo.Fleet.Tests.Engines;

/// <summary>A test that starts a Redis server.</summary>
public sealed class RedisFactAttribute : FactAttribute
{
    /// <summary>Initializes a new instance of the <see cref="RedisFactAttribute"/> class: skipped where there is no Redis.</summary>
    public RedisFactAttribute()
    {
        if (!RedisEngine.IsInstalled)
        {
            Skip = "Redis is not installed: 'apt-get install redis-server' brings it.";
        }
    }
}
