using System.Text.Json.Nodes;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>Updates columns of the matching rows. Every matching row counts as modified, since its <c>Updated_On</c> changes.</summary>
internal sealed class UpdateData(TableStore tables) : IOperationBehavior
{
    public string OperationId => "updateData";

    public JsonNode Run(OperationCall call)
    {
        var table = tables.Table(call.Parameters.Text("tableName"));
        var changes = ColumnReader.Read(call.Body.GetProperty("data"), "/data");
        return new JsonObject { ["nModified"] = table.Update(RowFilterReader.Demand(call), changes, call.App.StreamId) };
    }
}
