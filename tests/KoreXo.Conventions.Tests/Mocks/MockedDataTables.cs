using KoreXo.DataTables;

namespace KoreXo.Conventions.Mocks;

/// <summary>A client as a user would replace it: no connection, a list made of pages, an error made by hand.</summary>
internal sealed class MockedDataTables : DataTablesClient
{
    public override PagedResult<IReadOnlyDictionary<string, JsonAny>> ListTableDataAsync(
        string tableName,
        DataQueryRequest request,
        ListTableDataOptions? options = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => PagedResult.FromPages([Page(1, continuation: "2"), Page(2, continuation: null)]);

    public override Task<DataRow> InsertDataAsync(
        string tableName,
        InsertDataRequest request,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(new DataRow { SysId = "sys-1", AdditionalProperties = request.Data });

    public override Task<DeleteDataResult> DeleteDataAsync(
        string tableName,
        DeleteDataRequest request,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => throw new KoreXoRateLimitException("busy") { RetryAfter = TimeSpan.FromSeconds(7) };

    private static Page<IReadOnlyDictionary<string, JsonAny>> Page(int id, string? continuation) =>
        new([new Dictionary<string, JsonAny>(StringComparer.Ordinal) { ["id"] = id }], continuation);
}
