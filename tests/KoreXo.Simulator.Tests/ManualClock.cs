namespace KoreXo.Simulator.Tests;

/// <summary>A clock that only moves when a test says so.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public long UnixSeconds => _now.ToUnixTimeSeconds();

    public void Advance(TimeSpan by) => _now += by;
}
