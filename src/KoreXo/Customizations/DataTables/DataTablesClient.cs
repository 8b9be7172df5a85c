using System.Text.Json.Serialization.Metadata;

namespace KoreXo.DataTables;

/// <content>
/// Rows as the caller's own type. Each method calls the one that takes and returns dictionaries, so that a mock of that one serves both.
/// </content>
public partial class DataTablesClient
{
    /// <summary>Lists the rows of a data table that match a filter, each as the caller's own type.</summary>
    /// <typeparam name="T">The type of a row. The columns that the platform adds are read too, if the type has them, for example as
    /// <c>[JsonPropertyName("sys_Id")]</c>.</typeparam>
    /// <param name="tableName">The name of the data table.</param>
    /// <param name="request">The filter.</param>
    /// <param name="rowType">The JSON metadata of the type, from a source-generated context.</param>
    /// <param name="options">The optional parameters.</param>
    /// <param name="call">Settings for this call only.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The rows, read page by page as they are enumerated; nothing is sent before that.</returns>
    /// <exception cref="KoreXoException">While enumerating: the service rejected the request, the request failed, or a row is not of the
    /// type.</exception>
    [RequiresScopes("Read access to the Data Table", Credential = "data", ResourceParameter = nameof(tableName))]
    public virtual PagedResult<T> ListRowsAsync<T>(
        string tableName,
        ListRowsRequest request,
        JsonTypeInfo<T> rowType,
        ListRowsOptions? options = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => new TypedRows<T>(ListRowsAsync(tableName, request, options, call, cancellationToken), RowConverter.Create(rowType));

    /// <summary>Lists the rows of a data view that match a filter, each as the caller's own type.</summary>
    /// <typeparam name="T">The type of a row.</typeparam>
    /// <param name="viewName">The name of the data view.</param>
    /// <param name="request">The filter.</param>
    /// <param name="rowType">The JSON metadata of the type, from a source-generated context.</param>
    /// <param name="options">The optional parameters.</param>
    /// <param name="call">Settings for this call only.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The rows, read page by page as they are enumerated; nothing is sent before that.</returns>
    /// <exception cref="KoreXoException">While enumerating: the service rejected the request, the request failed, or a row is not of the
    /// type.</exception>
    [RequiresScopes("Read access to the Table View", Credential = "data", ResourceParameter = nameof(viewName))]
    public virtual PagedResult<T> ListViewRowsAsync<T>(
        string viewName,
        ListRowsRequest request,
        JsonTypeInfo<T> rowType,
        ListViewRowsOptions? options = null,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    ) => new TypedRows<T>(ListViewRowsAsync(viewName, request, options, call, cancellationToken), RowConverter.Create(rowType));

    /// <summary>Inserts a row into a data table.</summary>
    /// <typeparam name="T">The type of the row, whose JSON names are the names of the columns. The columns that the platform adds are not
    /// sent.</typeparam>
    /// <param name="tableName">The name of the data table.</param>
    /// <param name="row">The row.</param>
    /// <param name="rowType">The JSON metadata of the type, from a source-generated context.</param>
    /// <param name="call">Settings for this call only.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The row as it was stored, with the columns that the platform adds if the type has them.</returns>
    /// <exception cref="ArgumentException">The row is not written as a JSON object.</exception>
    /// <exception cref="KoreXoException">The service rejected the request, the request failed, its outcome is unknown, or the stored row
    /// is not of the type.</exception>
    [RequiresScopes("Write access to the Data Table", Credential = "data", ResourceParameter = nameof(tableName))]
    public virtual async Task<T> InsertRowAsync<T>(
        string tableName,
        T row,
        JsonTypeInfo<T> rowType,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    )
    {
        var converter = RowConverter.Create(rowType);
        var request = new InsertRowRequest { Row = converter.ToColumns(row, nameof(row)) };
        return converter.FromStored(await InsertRowAsync(tableName, request, call, cancellationToken).ConfigureAwait(false), index: 0);
    }

    /// <summary>Inserts rows into a data table in one call. The request may not be larger than the service allows.</summary>
    /// <typeparam name="T">The type of a row, whose JSON names are the names of the columns. The columns that the platform adds are not
    /// sent.</typeparam>
    /// <param name="tableName">The name of the data table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="rowType">The JSON metadata of the type, from a source-generated context.</param>
    /// <param name="call">Settings for this call only.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The rows as they were stored, with the columns that the platform adds if the type has them.</returns>
    /// <exception cref="ArgumentException">A row is not written as a JSON object.</exception>
    /// <exception cref="KoreXoException">The service rejected the request, the request failed, its outcome is unknown, or a stored row is
    /// not of the type.</exception>
    [RequiresScopes("Write access to the Data Table", Credential = "data", ResourceParameter = nameof(tableName))]
    public virtual async Task<IReadOnlyList<T>> InsertRowsAsync<T>(
        string tableName,
        IEnumerable<T> rows,
        JsonTypeInfo<T> rowType,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        var converter = RowConverter.Create(rowType);
        var request = new InsertRowsRequest { Rows = [.. rows.Select(row => converter.ToColumns(row, nameof(rows)))] };
        var result = await InsertRowsAsync(tableName, request, call, cancellationToken).ConfigureAwait(false);
        return [.. result.Rows.Select(converter.FromStored)];
    }

    /// <summary>Updates every row of a data table that matches a filter.</summary>
    /// <typeparam name="T">The type of the values, whose JSON names are the names of the columns. It may have some of the columns only.
    /// The columns that the platform adds are not sent.</typeparam>
    /// <param name="tableName">The name of the data table.</param>
    /// <param name="query">The filter that selects the rows.</param>
    /// <param name="values">The new values. Members that are null are sent as null, unless the metadata leaves them out
    /// (<c>JsonIgnoreCondition.WhenWritingNull</c>); columns that are not sent keep their values.</param>
    /// <param name="valuesType">The JSON metadata of the type, from a source-generated context.</param>
    /// <param name="call">Settings for this call only.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The number of rows that were updated.</returns>
    /// <exception cref="ArgumentException">The values are not written as a JSON object.</exception>
    /// <exception cref="KoreXoException">The service rejected the request, the request failed, or its outcome is unknown.</exception>
    [RequiresScopes(
        "Read access to the Data Table",
        "Write access to the Data Table",
        Credential = "data",
        ResourceParameter = nameof(tableName)
    )]
    public virtual Task<UpdateRowsResult> UpdateRowsAsync<T>(
        string tableName,
        DataFilter query,
        T values,
        JsonTypeInfo<T> valuesType,
        CallOptions? call = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        var request = new UpdateRowsRequest { Query = query, Values = RowConverter.Create(valuesType).ToColumns(values, nameof(values)) };
        return UpdateRowsAsync(tableName, request, call, cancellationToken);
    }
}
