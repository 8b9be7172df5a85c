using System.Text.Json.Nodes;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>Deletes the matching rows.</summary>
internal sealed class DeleteData(TableStore tables) : IOperationBehavior
{
    public string OperationId => "deleteData";

    public JsonNode Run(OperationCall call)
    {
        var table = tables.Table(call.Parameters.Text("tableName"));
        return new JsonObject { ["nDeleted"] = table.Delete(RowFilterReader.Demand(call)) };
    }
}
