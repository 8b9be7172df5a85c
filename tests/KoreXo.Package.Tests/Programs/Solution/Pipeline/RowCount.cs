using KoreXo;
using KoreXo.DataTables;

namespace Travel.Pipeline;

/// <summary>Used with either app, so both have to be granted what it needs.</summary>
[ScopeApp("nightly", "tables")]
internal static class RowCount
{
    public static async Task<int> OfAsync(DataTablesClient? tables, string table, CancellationToken cancellationToken)
    {
        var count = 0;
        // KXO1001 Read access to the Data Table (data)
        if (tables?.ListRowsAsync(table, new ListRowsRequest(), cancellationToken: cancellationToken) is { } rows)
        {
            await foreach (var row in rows)
            {
                count += row.Count > 0 ? 1 : 0;
            }
        }

        return count;
    }
}
