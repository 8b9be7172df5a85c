using System.Collections.Concurrent;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.TestSuites;

/// <summary>A bot's suites of one kind, by name.</summary>
internal sealed class SuiteSet
{
    private readonly ConcurrentDictionary<string, SimulatedTestSuite> _suites = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, SimulatedTestSuite> Suites => _suites.AsReadOnly();

    /// <summary>Gets the suites in the order of their creation.</summary>
    public IReadOnlyList<SimulatedTestSuite> InOrder =>
        [.. _suites.Values.OrderBy(suite => suite.CreatedOn).ThenBy(suite => suite.Name, StringComparer.Ordinal)];

    /// <summary>Adds a suite; returns false if its name is taken.</summary>
    public bool TryAdd(SimulatedTestSuite suite) => _suites.TryAdd(suite.Name, suite);

    public void Put(SimulatedTestSuite suite) => _suites[suite.Name] = suite;

    public SimulatedTestSuite? Find(string name) => _suites.GetValueOrDefault(name);

    /// <exception cref="RefusalException">404: the suite does not exist.</exception>
    public SimulatedTestSuite Demand(string name) => Find(name) ?? throw RefusalException.NotFound($"The bot has no test suite '{name}'.");

    public bool Remove(string name) => _suites.TryRemove(name, out _);
}
