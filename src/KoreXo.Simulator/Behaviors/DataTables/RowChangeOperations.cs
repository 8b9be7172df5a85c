using System.Text.Json.Nodes;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>Inserts, updates and deletes rows.</summary>
internal sealed class RowChangeOperations(TableStore tables) : IOperationFamily
{
    /// <summary>The limit of 50 MB on the platform's page, read as binary megabytes.</summary>
    private const int MaxBulkBytes = 50 * 1024 * 1024;

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new("insertRow", Insert),
            new("insertRows", InsertAll) { MaxBodyBytes = MaxBulkBytes },
            new("updateRows", Update),
            new("deleteRows", Delete),
        ];

    /// <summary>Inserts one row, and returns it with its system columns.</summary>
    private JsonObject Insert(OperationCall call) =>
        Table(call).Insert([ColumnReader.Read(call.Body.GetProperty("data"), "/data")], call.App.StreamId)[0].ToJson();

    /// <summary>Inserts all rows or none, and returns them with their system columns.</summary>
    private JsonObject InsertAll(OperationCall call)
    {
        var rows = call.Body.GetProperty("data").EnumerateArray().Select((row, index) => ColumnReader.Read(row, $"/data/{index}"));
        var added = Table(call).Insert([.. rows], call.App.StreamId);
        return new JsonObject { ["records"] = WireValue.Array(added.Select(row => row.ToJson())) };
    }

    /// <summary>
    /// Sets columns of the matching rows. Every matching row counts as modified, since its <c>Updated_On</c> changes.
    /// </summary>
    private JsonObject Update(OperationCall call)
    {
        var table = Table(call);
        var changes = ColumnReader.Read(call.Body.GetProperty("data"), "/data");
        return new JsonObject { ["nModified"] = table.Update(RowFilterReader.Demand(call), changes, call.App.StreamId) };
    }

    /// <summary>Deletes the matching rows.</summary>
    private JsonObject Delete(OperationCall call)
    {
        var table = Table(call);
        return new JsonObject { ["nDeleted"] = table.Delete(RowFilterReader.Demand(call)) };
    }

    private SimulatedTable Table(OperationCall call) => tables.Table(call.Parameters.Text("tableName"));
}
