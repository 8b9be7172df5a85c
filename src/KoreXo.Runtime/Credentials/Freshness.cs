using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>
/// How long a token is used: until a time by the wall clock, and not longer than that was away. A clock that was set back ends it too,
/// since the token then comes from the future.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Freshness(TimeProvider clock, DateTimeOffset start, DateTimeOffset end)
{
    // Clocks are corrected by a little all the time.
    private static readonly TimeSpan Correction = TimeSpan.FromSeconds(30);

    private readonly long _since = clock.GetTimestamp();

    public bool Holds(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now < end && now - start > -Correction && clock.GetElapsedTime(_since) < end - start;
    }
}
