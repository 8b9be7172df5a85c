using System.Runtime.InteropServices;

namespace KoreXo.Runtime;

/// <summary>
/// How long a token is used: until its expiry by the wall clock, and for no longer than the time that was left when it was obtained. A
/// clock that is set back ends it too, since the token then comes from the future.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Freshness(TimeProvider clock, DateTimeOffset start, DateTimeOffset end)
{
    // Clocks are constantly corrected by small amounts.
    private static readonly TimeSpan Correction = TimeSpan.FromSeconds(30);

    private readonly long _since = clock.GetTimestamp();

    public bool Holds(TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now < end && now - start > -Correction && clock.GetElapsedTime(_since) < end - start;
    }
}
