using System.Text.Json.Nodes;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>Inserts one row and returns it with its system columns.</summary>
internal sealed class InsertData(TableStore tables) : IOperationBehavior
{
    public string OperationId => "insertData";

    public JsonNode Run(OperationCall call)
    {
        var table = tables.Table(call.Parameters.Text("tableName"));
        var columns = ColumnReader.Read(call.Body.GetProperty("data"), "/data");
        return table.Insert([columns], call.App.StreamId)[0].ToJson();
    }
}
