namespace KoreXo.Simulator.TestSuites;

/// <summary>A run of a suite.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Version">The version of the bot, as named in the request.</param>
/// <param name="Failures">The number of cases that fail.</param>
/// <param name="Language">The tested language.</param>
internal sealed record TestRun(SimulatedTestSuite Suite, string Version, int Failures, string Language)
{
    /// <summary>Gets or sets the link to the result file; null until the run is done.</summary>
    public string? ResultLink { get; set; }

    public int Total => Suite.Cases.Count;

    public int Successes => Total - Failures;
}
