using System.Text.Json.Nodes;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>Returns the rows of tables and views, page by page.</summary>
internal sealed class RowQueryOperations(TableStore tables) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new("listRows", ListTable), new("listViewRows", ListView)];

    /// <summary>Returns one page of the matching rows, and the number of all matching rows.</summary>
    private JsonObject ListTable(OperationCall call)
    {
        var (offset, limit) = RowPage.Window(call.Parameters);
        var page = tables.Table(call.Parameters.Text("tableName")).Query(RowFilterReader.Read(call).Matches, offset, limit);
        return new JsonObject
        {
            // By subtraction, because the offset may be close to the largest 64-bit integer, where adding the rows would overflow.
            ["hasMore"] = page.Rows.Count < page.Total - offset,
            ["total"] = page.Total,
            ["metaInfo"] = RowPage.Columns(page),
            ["queryResult"] = RowPage.Rows(page),
        };
    }

    /// <summary>
    /// Returns one page of the matching rows of a view. As on the platform's page, nothing indicates whether more follow.
    /// </summary>
    private JsonObject ListView(OperationCall call)
    {
        var (offset, limit) = RowPage.Window(call.Parameters);
        var view = tables.View(call.Parameters.Text("viewName"));
        var filter = RowFilterReader.Read(call);
        var page = view.Table.Query(row => view.Shows(row) && filter.Matches(row), offset, limit);
        return new JsonObject { ["metaInfo"] = RowPage.Columns(page), ["queryResult"] = RowPage.Rows(page) };
    }
}
