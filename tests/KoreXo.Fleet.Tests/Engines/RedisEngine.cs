using System.Globalization;
using StackExchange.Redis;

namespace KoreXo.Fleet.Tests.Engines;

/// <summary>A Redis server that appends to a file, so that it knows the permits again after a restart.</summary>
public sealed class RedisEngine : Engine
{
    public const string Name = "redis";

    private static readonly string? Program = Find("redis-server");

    public static bool IsInstalled => Program is not null;

    protected override bool IsAvailable => IsInstalled;

    public override string Kind => Name;

    public override string Connection => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Port}");

    protected override string StopSignal => "TERM";

    protected override string[] Command =>
        [
            Program!,
            "--port",
            Port.ToString(CultureInfo.InvariantCulture),
            "--bind",
            "127.0.0.1",
            "--dir",
            Folder,
            "--appendonly",
            "yes",
            "--save",
            "",
            "--logfile",
            "redis.log",
        ];

    protected override Task PrepareAsync() => Task.CompletedTask;

    protected override async Task<bool> IsReadyAsync()
    {
        try
        {
            await using var connection = await ConnectionMultiplexer.ConnectAsync(Connection + ",connectTimeout=500,connectRetry=1");
            return await connection.GetDatabase().PingAsync() > TimeSpan.Zero;
        }
        catch (RedisException)
        {
            return false;
        }
    }
}
