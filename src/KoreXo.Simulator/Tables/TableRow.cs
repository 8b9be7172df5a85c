using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator;

/// <summary>A snapshot of a row of a simulated table; changes to the table do not affect it.</summary>
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

    /// <summary>Gets the id of the row, <c>sys_Id</c> on the wire.</summary>
    public string Id { get; }

    /// <summary>Gets the storage id of the row, <c>_id</c> on the wire.</summary>
    public string StorageId { get; }

    /// <summary>Gets the table's own columns, in the order and form in which they were written.</summary>
    public IReadOnlyDictionary<string, JsonElement> Columns => _columns;

    /// <summary>Gets the time when the row was inserted.</summary>
    public DateTimeOffset CreatedOn { get; }

    /// <summary>Gets the author of the row.</summary>
    public string CreatedBy { get; }

    /// <summary>Gets the time of the last change.</summary>
    public DateTimeOffset UpdatedOn { get; }

    /// <summary>Gets the author of the last change.</summary>
    public string UpdatedBy { get; }

    /// <summary>Gets the value of one of the table's own columns.</summary>
    /// <param name="column">The case-sensitive name of the column.</param>
    /// <returns>The value; its kind is <see cref="JsonValueKind.Undefined"/> if the row has no such column.</returns>
    public JsonElement this[string column] => _columns.GetValueOrDefault(column);

    /// <summary>Returns the id of the row.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;

    // A new row, since the old one may be in the snapshot of a test or in a page that is being written.
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
