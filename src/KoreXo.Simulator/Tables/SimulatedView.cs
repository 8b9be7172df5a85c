namespace KoreXo.Simulator;

/// <summary>A data view of the simulated platform: the rows of a table that match a condition.</summary>
public sealed class SimulatedView
{
    private readonly Func<TableRow, bool> _condition;

    internal SimulatedView(string name, SimulatedTable table, Func<TableRow, bool> condition)
    {
        Name = name;
        Table = table;
        _condition = condition;
    }

    /// <summary>Gets the name of the view, as in request paths.</summary>
    public string Name { get; }

    /// <summary>Gets the table that provides the rows.</summary>
    public SimulatedTable Table { get; }

    internal bool Shows(TableRow row) => _condition(row);
}
