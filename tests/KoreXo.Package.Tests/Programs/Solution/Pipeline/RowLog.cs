using KoreXo;
using KoreXo.DataTables;

namespace Travel.Pipeline;

/// <summary>Notes the number of contacts in two other tables.</summary>
[ScopeApp("tables")]
internal static class RowLog
{
    public static async Task WriteAsync(DataTablesClient tables, int count, CancellationToken cancellationToken)
    {
        var request = new InsertRowRequest { Row = RowCommand.Row($"{count} contacts") };
        if (tables.HoldsScopesOn("Archive", "Write access to the Data Table"))
        {
            await tables.InsertRowAsync("Archive", request, cancellationToken: cancellationToken);
        }

        // The app may write, but only to the other table.
        // KXO1001 Write access to the Data Table on Log (data)
        await tables.InsertRowAsync("Log", request, cancellationToken: cancellationToken);
    }
}
