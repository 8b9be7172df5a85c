namespace KoreXo.Simulator;

/// <summary>The options of a simulated platform. They are copied when the simulator starts: later changes have no effect.</summary>
public sealed class XoSimulatorOptions
{
    /// <summary>Gets or sets the clock for the expiry of tokens and the timestamps of rows.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Gets or sets the loopback port to listen on, at most 65535; 0 for any free port.</summary>
    /// <value>The default is 0.</value>
    public int Port { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the root of the address shows a live page of requests, with their app, their required and
    /// granted scopes, and the usage of rate limits. The page shows no secrets.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool ShowMonitor { get; set; }

    /// <summary>
    /// Gets or sets the seed of the ids of rows, bots, jobs and requests: the same seed and the same calls in the same order give the same
    /// ids. Client secrets are always random.
    /// </summary>
    /// <value>The default is 1.</value>
    public int Seed { get; set; } = 1;

    /// <summary>
    /// Gets or sets the number of status calls until a job is done, at least 1: all but the last find it running, and the last finds it
    /// done.
    /// </summary>
    /// <value>The default is 3.</value>
    public int PollsPerJob { get; set; } = 3;

    /// <summary>
    /// Gets or sets the number of requests that <see cref="XoSimulator.Requests"/> keeps, at least 1; the oldest are dropped.
    /// </summary>
    /// <value>The default is 10,000.</value>
    public int MaxRecordedRequests { get; set; } = 10_000;

    /// <summary>
    /// Gets or sets a value indicating whether requests beyond the documented rate limits are rejected, as by the platform. They are
    /// counted in any case.
    /// </summary>
    /// <value>The default is <see langword="true"/>. Turn it off for tests that send bursts and are not about rate limits.</value>
    public bool EnforceRateLimits { get; set; } = true;

    /// <summary>
    /// Gets or sets a separate clock for the windows of rate limits: with an <see cref="AcceleratedTime"/>, an hour can pass in a minute.
    /// </summary>
    /// <value>The default, <see langword="null"/>, is <see cref="TimeProvider"/>.</value>
    public TimeProvider? RateLimitClock { get; set; }

    /// <summary>
    /// Gets the windows by budget, for accounts whose rate limits differ from the documents. All windows of a budget are replaced; an empty
    /// list means no limit. The start fails if no operation has the budget.
    /// </summary>
    public IDictionary<string, IReadOnlyList<RateLimitRule>> RateLimits { get; } =
        new Dictionary<string, IReadOnlyList<RateLimitRule>>(StringComparer.Ordinal);

    /// <summary>
    /// Gets additional OpenAPI documents to serve besides the platform's own, each as a JSON or YAML string. Their requests are validated
    /// like all others and then receive a 501, since their behavior is unknown.
    /// </summary>
    public IList<string> Documents { get; } = [];
}
