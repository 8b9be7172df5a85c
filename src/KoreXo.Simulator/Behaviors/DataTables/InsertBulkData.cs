using System.Text.Json.Nodes;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>Inserts rows, all or none, and returns them with their system columns.</summary>
internal sealed class InsertBulkData(TableStore tables) : IOperationBehavior
{
    public string OperationId => "insertBulkData";

    /// <summary>Gets 50 MB, the limit on the platform's page, in binary megabytes.</summary>
    public int? MaxBodyBytes => 50 * 1024 * 1024;

    public JsonNode Run(OperationCall call)
    {
        var table = tables.Table(call.Parameters.Text("tableName"));
        var rows = call.Body.GetProperty("data").EnumerateArray().Select((row, index) => ColumnReader.Read(row, $"/data/{index}")).ToList();
        var added = table.Insert(rows, call.App.StreamId);
        return new JsonObject { ["records"] = WireValue.Array(added.Select(row => row.ToJson())) };
    }
}
