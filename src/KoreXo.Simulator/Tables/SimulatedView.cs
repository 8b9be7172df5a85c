namespace KoreXo.Simulator;

/// <summary>A data view of the simulated platform: the rows of a table that a condition lets through.</summary>
public sealed class SimulatedView
{
    private readonly Func<TableRow, bool> _condition;

    internal SimulatedView(string name, SimulatedTable table, Func<TableRow, bool> condition)
    {
        Name = name;
        Table = table;
        _condition = condition;
    }

    /// <summary>The name of the view, as it stands in paths.</summary>
    public string Name { get; }

    /// <summary>The table that the rows come from.</summary>
    public SimulatedTable Table { get; }

    internal bool Shows(TableRow row) => _condition(row);
}
