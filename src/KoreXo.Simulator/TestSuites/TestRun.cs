namespace KoreXo.Simulator.TestSuites;

/// <summary>A run of a suite.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Version">The version of the bot, as the request names it.</param>
/// <param name="Failures">How many cases fail.</param>
/// <param name="Language">The language that is tested.</param>
internal sealed record TestRun(SimulatedTestSuite Suite, string Version, int Failures, string Language)
{
    /// <summary>The link to the result file; null until the run is done.</summary>
    public string? ResultLink { get; set; }

    public int Total => Suite.Cases.Count;

    public int Successes => Total - Failures;
}
