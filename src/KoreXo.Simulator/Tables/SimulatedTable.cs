using System.Text.Json;
using KoreXo.Simulator.Tables;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator;

/// <summary>
/// A data table of the simulated platform. It accepts any column, declared or not, because the public API documents no table schema. All
/// members are thread-safe and can be used while requests are being served; each request changes the table atomically.
/// </summary>
public sealed class SimulatedTable
{
    private readonly IdSource _ids;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly List<TableRow> _rows = [];

    internal SimulatedTable(string name, IReadOnlyList<SimulatedColumn> columns, IdSource ids, TimeProvider time)
    {
        Name = name;
        Columns = columns;
        _ids = ids;
        _time = time;
    }

    /// <summary>Gets the name of the table, as in request paths.</summary>
    public string Name { get; }

    /// <summary>Gets the declared columns. Query responses list them first, whether or not a row has them.</summary>
    public IReadOnlyList<SimulatedColumn> Columns { get; }

    /// <summary>Gets a snapshot of the rows, in insertion order.</summary>
    public IReadOnlyList<TableRow> Rows
    {
        get
        {
            lock (_gate)
            {
                return [.. _rows];
            }
        }
    }

    /// <summary>Gets the current number of rows.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _rows.Count;
            }
        }
    }

    /// <summary>Adds a row as a request would.</summary>
    /// <param name="row">A JSON object with a member for each column, for example <c>JsonElement.Parse("{\"Name\":\"Ada\"}")</c>.</param>
    /// <returns>The row.</returns>
    /// <exception cref="ArgumentException">The value is not an object, or has a column that the platform fills itself.</exception>
    public TableRow AddRow(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"A row must be a JSON object, not {row.ValueKind}.", nameof(row));
        }

        var columns = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var column in row.EnumerateObject())
        {
            columns[column.Name] = SystemColumns.Contains(column.Name)
                ? throw new ArgumentException($"The column '{column.Name}' is filled by the platform itself.", nameof(row))
                : column.Value.Clone();
        }

        return Insert([columns], AccountIds.SeedAuthor)[0];
    }

    internal IReadOnlyList<TableRow> Insert(IEnumerable<OrderedDictionary<string, JsonElement>> rows, string author)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var added = rows.Select(columns => new TableRow("sys-" + _ids.Groups(), _ids.Digits(), columns, author, now)).ToList();
            _rows.AddRange(added);
            return added;
        }
    }

    // A row is replaced and never changed, so a query that has taken its snapshot sees every row either before or after an update, and
    // needs no lock while it filters.
    internal int Update(RowFilter filter, IReadOnlyDictionary<string, JsonElement> changes, string author)
    {
        lock (_gate)
        {
            var now = _time.GetUtcNow();
            var changed = 0;
            for (var index = 0; index < _rows.Count; index++)
            {
                if (filter.Matches(_rows[index]))
                {
                    _rows[index] = _rows[index].With(changes, author, now);
                    changed++;
                }
            }

            return changed;
        }
    }

    internal int Delete(RowFilter filter)
    {
        lock (_gate)
        {
            return _rows.RemoveAll(filter.Matches);
        }
    }

    /// <summary>Queries a snapshot of the table. Rows are immutable, so a query does not block anyone.</summary>
    internal TablePage Query(Func<TableRow, bool> filter, long offset, long limit)
    {
        var rows = Rows;
        var matches = rows.Where(filter).ToList();
        var start = (int)Math.Min(offset, matches.Count);
        var count = (int)Math.Min(limit, matches.Count - start);
        return new TablePage(matches.GetRange(start, count), matches.Count, SimulatedColumn.From(Columns, rows));
    }
}
