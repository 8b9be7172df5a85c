namespace KoreXo.Runtime.Tests;

/// <summary>Lists of numbers, paged as different servers do.</summary>
internal static class ThingLists
{
    public static readonly OperationDescriptor Query = new(TestApi.Api, "listThings", HttpMethod.Post, "/things/query")
    {
        Scopes = [],
        Idempotent = true,
    };

    public static readonly PagingDescriptor ByOffset = new()
    {
        Style = PagingStyle.Offset,
        In = PagingLocation.Query,
        Position = "sys_offset",
        Size = "sys_limit",
        MaxSize = 3,
        Items = "/rows",
        More = "/hasMore",
        Total = "/total",
    };

    public static readonly PagingDescriptor ByCursor = new()
    {
        Style = PagingStyle.Cursor,
        In = PagingLocation.Query,
        Position = "after",
        Items = "/rows",
        More = "/next",
    };

    public static readonly PagingDescriptor Flagless = new()
    {
        Style = PagingStyle.Offset,
        In = PagingLocation.Query,
        Position = "skip",
        Size = "limit",
        MaxSize = 3,
        Items = "/rows",
    };

    public static OperationRequest Request() => new(Query, "/things/query");

    public static PagedResult<long> List(ApiConnection connection, PagingDescriptor paging) =>
        connection.List(Request(), paging, Codecs.Int64, default, null, CancellationToken.None);

    public static async Task<List<T>> Collect<T>(PagedResult<T> list)
    {
        var items = new List<T>();
        await foreach (var item in list)
        {
            items.Add(item);
        }

        return items;
    }
}
