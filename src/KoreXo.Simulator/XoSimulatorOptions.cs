namespace KoreXo.Simulator;

/// <summary>How a simulated platform behaves. It is copied when the simulator starts: later changes have no effect.</summary>
public sealed class XoSimulatorOptions
{
    /// <summary>The clock, by which tokens expire and rows are dated.</summary>
    /// <value>The default is <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The port of the loopback address to listen on; 0 for any that is free. At most 65535.</summary>
    /// <value>The default is 0.</value>
    public int Port { get; set; }

    /// <summary>
    /// Whether the root of the address shows a page that lists the requests as they come, with their app, the scope they asked
    /// for and were granted, and how far the quotas are used up. The page shows no secret.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool ShowMonitor { get; set; }

    /// <summary>
    /// What the ids of rows, bots, jobs and requests are made from: the same seed and the same calls in the same order
    /// give the same ids. Client secrets are random in any case.
    /// </summary>
    /// <value>The default is 1.</value>
    public int Seed { get; set; } = 1;

    /// <summary>
    /// The number of status calls a job takes: all but the last find it running, the last one finds it done. At least 1.
    /// </summary>
    /// <value>The default is 3.</value>
    public int PollsPerJob { get; set; } = 3;

    /// <summary>
    /// The number of requests that <see cref="XoSimulator.Requests"/> keeps; the oldest are dropped. At least 1.
    /// </summary>
    /// <value>The default is 10,000.</value>
    public int MaxRecordedRequests { get; set; } = 10_000;

    /// <summary>
    /// Whether requests beyond the rates of the documents are refused, as the platform does. They are counted in any case.
    /// </summary>
    /// <value>The default is <see langword="true"/>. Turn it off for tests that send bursts and do not ask what comes of it.</value>
    public bool EnforceQuotas { get; set; } = true;

    /// <summary>
    /// The clock of the quotas' windows, where it is to be another: an <see cref="AcceleratedTime"/> lets an hour pass in a minute.
    /// </summary>
    /// <value>When left out, it is <see cref="TimeProvider"/>.</value>
    public TimeProvider? QuotaClock { get; set; }

    /// <summary>
    /// The windows of a budget, where an account was given others than the documents say; all windows of the budget are replaced, and
    /// none means no limit.
    /// </summary>
    public IDictionary<string, IReadOnlyList<QuotaWindow>> Quotas { get; } =
        new Dictionary<string, IReadOnlyList<QuotaWindow>>(StringComparer.Ordinal);

    /// <summary>
    /// More OpenAPI documents to serve beside the platform's own, each as text in JSON or YAML. Their requests are checked
    /// like any other, and then answered with 501, as nothing says what they do.
    /// </summary>
    public IList<string> Documents { get; } = [];
}
