namespace KoreXo.Benchmarks;

/// <summary>
/// A clock that runs so fast that a window holds some sixty of the measured calls, as windows of a minute do in reality.
/// </summary>
internal sealed class FastClock : TimeProvider
{
    private const int Factor = 10_000;

    public override long TimestampFrequency => System.TimestampFrequency / Factor;
}
