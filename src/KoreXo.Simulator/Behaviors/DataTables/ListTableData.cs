using System.Text.Json.Nodes;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>Returns one page of the matching rows, and the number of all matching rows.</summary>
internal sealed class ListTableData(TableStore tables) : IOperationBehavior
{
    public string OperationId => "listTableData";

    public JsonNode Run(OperationCall call)
    {
        var (offset, limit) = RowPage.Window(call.Parameters);
        var page = tables.Table(call.Parameters.Text("tableName")).Query(RowFilterReader.Read(call).Matches, offset, limit);
        return new JsonObject
        {
            ["hasMore"] = page.Rows.Count < page.Total - offset,
            ["total"] = page.Total,
            ["metaInfo"] = RowPage.Columns(page),
            ["queryResult"] = RowPage.Rows(page),
        };
    }
}
