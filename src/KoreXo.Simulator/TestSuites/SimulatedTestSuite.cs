namespace KoreXo.Simulator;

/// <summary>
/// A suite of tests of a simulated bot: a batch test suite, or a conversation test suite. Nothing is really tested: a run
/// succeeds but for the number of cases that are said to fail.
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

    /// <summary>The id of the suite.</summary>
    public string Id { get; }

    /// <summary>The name of the suite, as it stands in paths.</summary>
    public string Name { get; }

    /// <summary>What the suite is for.</summary>
    public string Description { get; }

    /// <summary>What users say in the cases of the suite, one text each.</summary>
    public IReadOnlyList<string> Cases { get; }

    /// <summary>How many of the cases fail in runs that start from now on: from 0, the default, to the number of cases.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of that range.</exception>
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

    /// <summary>When the suite was made.</summary>
    internal DateTimeOffset CreatedOn { get; init; }

    /// <summary>The file that the suite came from; null where it came from none.</summary>
    internal ReadOnlyMemory<byte>? File { get; init; }

    /// <summary>Shows the name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
