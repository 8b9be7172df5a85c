using System.Diagnostics;
using System.Globalization;
using KoreXo.Analytics;

namespace KoreXo.Benchmarks;

/// <summary>
/// An export of many pages in this process: what it needs at most, and what it allocates. The transport has one page in memory.
/// </summary>
internal static class Export
{
    public const string Argument = "export";

    private const string Bot = "st-8f2b6c1d-77aa";

    /// <summary>
    /// Reads all pages, and prints in MB the peak of the process's memory, how much of that the export added, what was allocated, and the
    /// size of a page; and the number of collections of the oldest objects.
    /// </summary>
    public static async Task<int> RunAsync(string how, int pages, int items)
    {
        // Once with small pages: neither compiled code nor tables are what is measured.
        await ReadAsync(how, new PagesHandler(3, 20));
        var handler = new PagesHandler(pages, items);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (before, allocated) = (process.WorkingSet64, GC.GetTotalAllocatedBytes(precise: true));
        var count = await ReadAsync(how, handler);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        process.Refresh();
        if (how != "raw" && count != (long)pages * items)
        {
            throw new InvalidDataException($"Read {count} items.");
        }

        var peak = process.PeakWorkingSet64;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{MB(peak)} {MB(peak - before)} {MB(allocated)} {MB(handler.Size)} {GC.CollectionCount(2)}"
            )
        );
        return 0;
    }

    private static string MB(long bytes) => (bytes / 1048576.0).ToString("F2", CultureInfo.InvariantCulture);

    private static Task<long> ReadAsync(string how, PagesHandler handler) =>
        how switch
        {
            "typed" => TypedAsync(handler),
            "hand" => ByHandAsync(handler),
            _ => RawAsync(handler),
        };

    private static async Task<long> TypedAsync(PagesHandler handler)
    {
        var client = new KoreXoClient(CallPairs.Options(), handler);
        var count = 0L;
        await foreach (var session in client.Analytics.ListSessionsAsync(Bot, new SessionsRequest()))
        {
            count += session.SessionId.Length > 0 ? 1 : 0;
        }

        return count;
    }

    private static async Task<long> ByHandAsync(PagesHandler handler)
    {
        using var http = new HttpClient(handler, disposeHandler: false);
        var hand = new HandWritten(http, CallPairs.Endpoint, CallPairs.Token);
        var count = 0L;
        var more = true;
        while (more)
        {
            var page = await hand.PostAsync(
                $"/api/public/bot/{Bot}/getSessions",
                new HandWrittenModels.SessionsRequest { Skip = count, Limit = 5000 },
                HandWrittenContext.Default.SessionsRequest,
                HandWrittenContext.Default.SessionPage,
                CancellationToken.None
            );
            foreach (var session in page.Sessions)
            {
                count += session.SessionId.Length > 0 ? 1 : 0;
            }

            more = page.MoreAvailable;
        }

        return count;
    }

    /// <summary>Reads the bytes only: the least that any export needs.</summary>
    private static async Task<long> RawAsync(PagesHandler handler)
    {
        using var http = new HttpClient(handler, disposeHandler: false);
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, CallPairs.Endpoint) { Content = new ByteArrayContent([]) };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            await response.Content.CopyToAsync(Stream.Null);
            if (handler.IsDone)
            {
                return 0;
            }
        }
    }
}
