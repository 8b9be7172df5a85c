using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator;

/// <summary>A row of a simulated table, as it was at one moment: a change of the table does not change it.</summary>
public sealed class TableRow
{
    private readonly OrderedDictionary<string, JsonElement> _columns;

    internal TableRow(string id, string storageId, OrderedDictionary<string, JsonElement> columns, string author, DateTimeOffset now)
    {
        Id = id;
        StorageId = storageId;
        _columns = columns;
        CreatedBy = UpdatedBy = author;
        CreatedOn = UpdatedOn = now;
    }

    private TableRow(TableRow row, OrderedDictionary<string, JsonElement> columns, string author, DateTimeOffset now)
        : this(row.Id, row.StorageId, columns, row.CreatedBy, row.CreatedOn)
    {
        UpdatedBy = author;
        UpdatedOn = now;
    }

    /// <summary>The id of the row, <c>sys_Id</c> on the wire.</summary>
    public string Id { get; }

    /// <summary>The id of the row in the storage, <c>_id</c> on the wire.</summary>
    public string StorageId { get; }

    /// <summary>The table's own columns, in the order in which they were given, as they were written.</summary>
    public IReadOnlyDictionary<string, JsonElement> Columns => _columns;

    /// <summary>When the row was inserted.</summary>
    public DateTimeOffset CreatedOn { get; }

    /// <summary>Who inserted the row.</summary>
    public string CreatedBy { get; }

    /// <summary>When the row was last changed.</summary>
    public DateTimeOffset UpdatedOn { get; }

    /// <summary>Who last changed the row.</summary>
    public string UpdatedBy { get; }

    /// <summary>The value of one of the table's own columns.</summary>
    /// <param name="column">The name of the column, in its case.</param>
    /// <returns>The value; of kind <see cref="JsonValueKind.Undefined"/> when the row has no such column.</returns>
    public JsonElement this[string column] => _columns.GetValueOrDefault(column);

    /// <summary>Shows the id of the row.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;

    internal TableRow With(IReadOnlyDictionary<string, JsonElement> changes, string author, DateTimeOffset now)
    {
        var columns = new OrderedDictionary<string, JsonElement>(_columns, StringComparer.Ordinal);
        foreach (var (column, value) in changes)
        {
            columns[column] = value;
        }

        return new TableRow(this, columns, author, now);
    }

    internal CellValue Cell(string column) =>
        column switch
        {
            SystemColumns.UpdatedOn => CellValue.From(WireTime.Format(UpdatedOn)),
            SystemColumns.CreatedOn => CellValue.From(WireTime.Format(CreatedOn)),
            SystemColumns.UpdatedBy => CellValue.From(UpdatedBy),
            SystemColumns.CreatedBy => CellValue.From(CreatedBy),
            SystemColumns.Id => CellValue.From(Id),
            SystemColumns.StorageId => CellValue.From(StorageId),
            _ => CellValue.From(this[column]),
        };

    internal JsonObject ToJson()
    {
        var json = new JsonObject();
        foreach (var (column, value) in _columns)
        {
            json[column] = WireValue.Node(value);
        }

        json[SystemColumns.UpdatedOn] = WireTime.Format(UpdatedOn);
        json[SystemColumns.CreatedOn] = WireTime.Format(CreatedOn);
        json[SystemColumns.UpdatedBy] = UpdatedBy;
        json[SystemColumns.CreatedBy] = CreatedBy;
        json[SystemColumns.Id] = Id;
        json[SystemColumns.StorageId] = StorageId;
        return json;
    }
}
