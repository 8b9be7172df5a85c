using System.Text.Json.Nodes;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>Returns one page of a view's matching rows. As on the platform's page, nothing indicates whether more follow.</summary>
internal sealed class ListViewData(TableStore tables) : IOperationBehavior
{
    public string OperationId => "listViewData";

    public JsonNode Run(OperationCall call)
    {
        var (offset, limit) = RowPage.Window(call.Parameters);
        var view = tables.View(call.Parameters.Text("viewName"));
        var filter = RowFilterReader.Read(call);
        var page = view.Table.Query(row => view.Shows(row) && filter.Matches(row), offset, limit);
        return new JsonObject { ["metaInfo"] = RowPage.Columns(page), ["queryResult"] = RowPage.Rows(page) };
    }
}
