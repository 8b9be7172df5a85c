namespace KoreXo.Simulator;

/// <summary>
/// The requests that the platform has counted against one rate limit of an app: that of a budget and the path values with separate counts.
/// </summary>
/// <param name="ClientId">The client id of the app; empty for operations that require no token.</param>
/// <param name="Budget">The name of the budget in the documents.</param>
/// <param name="Key">The path values that the budget is counted by, separated by slashes; empty if there is one count per app.</param>
/// <param name="Requests">The number of counted requests, including rejected ones.</param>
/// <param name="Refused">The number of requests that were rejected because a window was exhausted, not including those that a fault plan
/// rejected.</param>
/// <param name="Windows">The current usage of each window.</param>
public sealed record SimulatedRateLimit(
    string ClientId,
    string Budget,
    string Key,
    long Requests,
    long Refused,
    IReadOnlyList<SimulatedRateLimitWindow> Windows
);

/// <summary>The usage of a rolling window.</summary>
/// <param name="Length">The length of the window.</param>
/// <param name="Calls">The maximum number of requests in the window.</param>
/// <param name="Used">The current number of requests in the window, including rejected ones, up to that maximum.</param>
public sealed record SimulatedRateLimitWindow(TimeSpan Length, int Calls, int Used);
