using KoreXo.DataTables;

namespace KoreXo.Conventions.Mocks;

/// <summary>A client as a user would replace it: no connection, a list made of pages, an error made by hand.</summary>
internal sealed class MockedDataTables : DataTablesClient
{
    public override PagedResult<IReadOnlyDictionary<string, JsonAny>> ListRowsAsync(
        string tableName,
        ListRowsRequest request,
        ListRowsOptions? options = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => PagedResult.FromPages([Page(1, continuation: "2"), Page(2, continuation: null)]);

    public override Task<DataRow> InsertRowAsync(
        string tableName,
        InsertRowRequest request,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new DataRow { RowId = "sys-1", AdditionalProperties = request.Row });

    public override Task<DeleteRowsResult> DeleteRowsAsync(
        string tableName,
        DeleteRowsRequest request,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => throw new KoreXoRateLimitException("busy") { RetryAfter = TimeSpan.FromSeconds(7) };

    private static Page<IReadOnlyDictionary<string, JsonAny>> Page(int id, string? continuation) =>
        new([new Dictionary<string, JsonAny>(StringComparer.Ordinal) { ["id"] = id }], continuation);
}
