namespace KoreXo;

/// <summary>
/// The Lua scripts. Each runs atomically, on the clock of the server. A sorted set holds the permits of a partition by the time, in
/// microseconds, until which they are in use: in the future for requests under way, in the past for those that ended. So the permit that
/// must leave a window before the next one is acquired is found by its rank, and one that is never released ends by itself.
/// </summary>
internal static class RedisScripts
{
    /// <summary>
    /// Acquires a permit. Keys: permits, pause. Arguments: ID, lifetime, and for each window its calls and length; times in microseconds.
    /// Returns 0, or how long to wait.
    /// </summary>
    public const string Acquire =
        Begin
        + """

            if redis.call('ZSCORE', KEYS[1], ARGV[1]) then
                return 0
            end
            local lifetime = tonumber(ARGV[2])
            local longest = 0
            local wait = paused()
            for i = 3, #ARGV, 2 do
                local calls, length = tonumber(ARGV[i]), tonumber(ARGV[i + 1])
                longest = math.max(longest, length)
                wait = math.max(wait, full(calls, length, 0))
            end
            if wait > 0 then
                return text(wait)
            end
            redis.call('ZADD', KEYS[1], text(now + lifetime), ARGV[1])
            keep(lifetime, longest)
            return 0
            """;

    /// <summary>
    /// Releases a permit. Keys: permits. Arguments: ID, 1 if it was used, the length of the longest window, the channel for signals and the
    /// signal.
    /// </summary>
    public const string Release =
        Begin
        + """

            if ARGV[2] == '1' then
                redis.call('ZADD', KEYS[1], text(now), ARGV[1])
                keep(0, tonumber(ARGV[3]))
            elseif redis.call('ZREM', KEYS[1], ARGV[1]) == 1 then
                redis.call('PUBLISH', ARGV[4], ARGV[5])
            end
            return 0
            """;

    /// <summary>Pauses all requests. Keys: permits, pause. Arguments: time.</summary>
    public const string Pause =
        Begin
        + """

            local time = tonumber(ARGV[1])
            if time > paused() then
                redis.call('SET', KEYS[2], text(now + time), 'PX', text(math.ceil(time / 1000)))
            end
            return 0
            """;

    /// <summary>
    /// Returns the pause, and for each window the permits that count and the wait. Keys: permits, pause. Arguments: the number of calls
    /// ahead, and for each window its calls and length.
    /// </summary>
    public const string State =
        Begin
        + """

            local state = { text(paused()) }
            for i = 2, #ARGV, 2 do
                local calls, length = tonumber(ARGV[i]), tonumber(ARGV[i + 1])
                state[#state + 1] = redis.call('ZCOUNT', KEYS[1], '(' .. text(now - length), '+inf')
                state[#state + 1] = text(full(calls, length, tonumber(ARGV[1])))
            end
            return state
            """;

    // A permit in use ends now at the earliest. Permits that have left all windows are kept for an hour, the longest window there usually
    // is, since another client may have been given other windows.
    private const string Begin = """
        local time = redis.call('TIME')
        local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
        local function text(number)
            return string.format('%.0f', number)
        end
        local function paused()
            return math.max(0, tonumber(redis.call('GET', KEYS[2]) or 0) - now)
        end
        local function full(calls, length, ahead)
            local later = math.floor(ahead / calls) * length
            local rank = calls - 1 - ahead % calls
            local leaving = redis.call('ZREVRANGE', KEYS[1], rank, rank, 'WITHSCORES')
            if #leaving == 0 then
                return later
            end
            return later + math.max(0, math.min(tonumber(leaving[2]), now) + length - now)
        end
        local function keep(lifetime, longest)
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', text(now - math.max(longest, 3600000000)))
            local rest = math.ceil((lifetime + longest) / 1000) + 1000
            if redis.call('PTTL', KEYS[1]) < rest then
                redis.call('PEXPIRE', KEYS[1], text(rest))
            end
        end
        """;
}
