using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>The parts that queries of tables and views share.</summary>
internal static class RowPage
{
    /// <summary>The page size if the document gives no default.</summary>
    private const long DefaultLimit = 10;

    public static (long Offset, long Limit) Window(ParameterValues parameters) =>
        (parameters.Integer("sys_offset") ?? 0, parameters.Integer("sys_limit") ?? DefaultLimit);

    public static JsonArray Rows(TablePage page) => WireValue.Array(page.Rows.Select(row => row.ToJson()));

    public static JsonArray Columns(TablePage page) =>
        WireValue.Array(page.Columns.Select(column => new JsonObject { ["name"] = column.Name, ["type"] = column.Type }));
}
