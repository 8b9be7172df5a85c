namespace KoreXo.Simulator;

/// <summary>
/// A test suite of a simulated bot: a batch test suite or a conversation test suite. Nothing is actually tested: all cases of a run succeed
/// except for the configured number of failures.
/// </summary>
public sealed class SimulatedTestSuite
{
    private int _failures;

    internal SimulatedTestSuite(string id, string name, string description, IReadOnlyList<string> cases)
    {
        Id = id;
        Name = name;
        Description = description;
        Cases = cases;
    }

    /// <summary>Gets the id of the suite.</summary>
    public string Id { get; }

    /// <summary>Gets the name of the suite, as in request paths.</summary>
    public string Name { get; }

    /// <summary>Gets the description of the suite.</summary>
    public string Description { get; }

    /// <summary>Gets the user input of each case.</summary>
    public IReadOnlyList<string> Cases { get; }

    /// <summary>
    /// Gets or sets the number of cases that fail in runs that start from now on, from 0, which is the default, to the number of cases.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int Failures
    {
        get => Volatile.Read(ref _failures);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Cases.Count);
            Volatile.Write(ref _failures, value);
        }
    }

    /// <summary>Gets the time when the suite was created.</summary>
    internal DateTimeOffset CreatedOn { get; init; }

    /// <summary>Gets the file that the suite was created from; null if there was none.</summary>
    internal ReadOnlyMemory<byte>? File { get; init; }

    /// <summary>Returns the name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
