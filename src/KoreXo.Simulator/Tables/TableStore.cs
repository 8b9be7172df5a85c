using System.Collections.Concurrent;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Tables;

/// <summary>The tables and views, by name.</summary>
internal sealed class TableStore
{
    private readonly ConcurrentDictionary<string, SimulatedTable> _tables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, SimulatedView> _views = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, SimulatedTable> Tables => _tables.AsReadOnly();

    public ICollection<string> ViewNames => _views.Keys;

    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(SimulatedTable table)
    {
        if (!_tables.TryAdd(table.Name, table))
        {
            throw new ArgumentException($"There is already a table '{table.Name}'.", nameof(table));
        }
    }

    /// <exception cref="ArgumentException">The name is taken.</exception>
    public void Add(SimulatedView view)
    {
        if (!_views.TryAdd(view.Name, view))
        {
            throw new ArgumentException($"There is already a view '{view.Name}'.", nameof(view));
        }
    }

    /// <exception cref="RefusalException">404: the table does not exist.</exception>
    public SimulatedTable Table(string name) =>
        _tables.GetValueOrDefault(name) ?? throw RefusalException.NotFound($"There is no data table '{name}'.");

    /// <exception cref="RefusalException">404: the view does not exist.</exception>
    public SimulatedView View(string name) =>
        _views.GetValueOrDefault(name) ?? throw RefusalException.NotFound($"There is no data view '{name}'.");
}
