namespace KoreXo.Simulator.TestSuites;

/// <summary>The creation of a conversation test suite.</summary>
internal sealed record SuiteCreation(SimulatedTestSuite Suite, IReadOnlyList<string> Tags);
