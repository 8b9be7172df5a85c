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

    /// <summary>Creates a server that answers each request with the same page.</summary>
    /// <param name="body">The page.</param>
    /// <param name="queries">Receives the queries of the requests.</param>
    public static ScriptedHandler Recording(string body, out List<string> queries)
    {
        var seen = new List<string>();
        queries = seen;
        return new ScriptedHandler(
            (request, cancellationToken) =>
            {
                seen.Add(request.RequestUri!.Query);
                return ScriptedHandler.Status(200, body)(request, cancellationToken);
            }
        );
    }

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
