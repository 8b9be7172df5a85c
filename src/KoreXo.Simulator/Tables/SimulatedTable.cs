using System.Text.Json;
using KoreXo.Simulator.Tables;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator;

/// <summary>
/// A data table of the simulated platform. It takes any column, declared or not, as no schema of tables is documented for the public API.
/// All members may be used while requests are served; each request changes the table as a whole or not at all.
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

    /// <summary>The name of the table, as it stands in paths.</summary>
    public string Name { get; }

    /// <summary>Gets the declared columns. Queries describe them first, whether a row has them or not.</summary>
    public IReadOnlyList<SimulatedColumn> Columns { get; }

    /// <summary>The rows at this moment, in the order in which they were inserted.</summary>
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

    /// <summary>The number of rows at this moment.</summary>
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

    /// <summary>Adds a row, as a request would.</summary>
    /// <param name="row">A JSON object with a member for each column, for example <c>JsonElement.Parse("{\"Name\":\"Ada\"}")</c>.</param>
    /// <returns>The row.</returns>
    /// <exception cref="ArgumentException">The value is no object, or has a column that the platform fills itself.</exception>
    public TableRow AddRow(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"A row is a JSON object, this is of kind {row.ValueKind}.", nameof(row));
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

    /// <summary>Rows are values, so that a query looks at one state of the table without holding up anyone.</summary>
    internal TablePage Query(Func<TableRow, bool> filter, long offset, long limit)
    {
        var rows = Rows;
        var matches = rows.Where(filter).ToList();
        var start = (int)Math.Min(offset, matches.Count);
        var count = (int)Math.Min(limit, matches.Count - start);
        return new TablePage(matches.GetRange(start, count), matches.Count, SimulatedColumn.From(Columns, rows));
    }
}
