using KoreXo;
using KoreXo.DataTables;

namespace Travel.Pipeline;

/// <summary>A row that says that somebody is at work, until it is disposed.</summary>
[ScopeApp("tables")]
internal sealed class RowMarker : IAsyncDisposable
{
    private readonly DataTablesClient _tables;

    private RowMarker(DataTablesClient tables) => _tables = tables;

    public static async Task<RowMarker> PlaceAsync(DataTablesClient tables, CancellationToken cancellationToken)
    {
        var request = new InsertRowRequest { Row = RowCommand.Row("at work") };
        await tables.InsertRowAsync("Contacts", request, cancellationToken: cancellationToken);
        return new RowMarker(tables);
    }

    public async ValueTask DisposeAsync()
    {
        var request = new DeleteRowsRequest { Query = RowCommand.Named("at work") };
        await _tables.DeleteRowsAsync("Contacts", request); // KXO1001 Delete access to the Data Table on Contacts (data)
    }
}
