using FsCheck;
using FsCheck.Fluent;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// Whatever a server reports about its pages: a list ends, returns nothing twice, and omits nothing unless every signal says that it has
/// ended.
/// </summary>
public sealed class LyingServerTests
{
    private static readonly OperationDescriptor Operation = new(TestApi.Api, "listNumbers", HttpMethod.Post, "/numbers")
    {
        Scopes = [],
        Idempotent = true,
    };

    [Fact]
    public void A_list_ends_without_doubles_and_without_silent_loss() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(4 * Fuzz.Cases).WithEndSize(40),
            Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), static bytes => RunAsync(ListPlan.Read(bytes)).GetAwaiter().GetResult())
        );

    [Fact]
    public async Task Every_combination_of_lies_is_met()
    {
        // Without relying on chance to cover each style.
        foreach (var style in Enum.GetValues<PagingStyle>())
        {
            foreach (
                var (more, total) in Enum.GetValues<ListPlan.Sign>()
                    .SelectMany(more => Enum.GetValues<ListPlan.Sign>().Select(total => (more, total)))
            )
            {
                foreach (
                    var (beyond, size) in Enum.GetValues<ListPlan.Behind>()
                        .SelectMany(beyond => new int?[] { null, 3, 5 }.Select(size => (beyond, size)))
                )
                {
                    await RunAsync(
                        new ListPlan
                        {
                            Style = style,
                            In = PagingLocation.Query,
                            Answer = ListPlan.Shape.Object,
                            Count = 12,
                            Size = size,
                            Cap = 3,
                            More =
                                style == PagingStyle.Cursor && more is ListPlan.Sign.Absent or ListPlan.Sign.Never
                                    ? ListPlan.Sign.Always
                                    : more,
                            Total = total,
                            Beyond = beyond,
                            Empty = 1,
                            FaultEach = 0,
                            RestartAfter = 0,
                        }
                    );
                }
            }
        }
    }

    [Fact]
    public async Task A_cursor_that_leads_to_nothing_but_empty_pages_is_an_error_in_the_end()
    {
        var next = 0;
        var handler = new ScriptedHandler(
            (request, cancellationToken) =>
                ScriptedHandler.Status(200, $$"""{"rows":[],"more":"c{{next++}}"}""")(request, cancellationToken)
        );
        using var connection = handler.Connect();
        var paging = new PagingDescriptor
        {
            Style = PagingStyle.Cursor,
            In = PagingLocation.Query,
            Position = "at",
            Items = "/rows",
            More = "/more",
        };
        var list = connection.List(
            new OperationRequest(Operation, "/numbers"),
            paging,
            Codecs.Int64,
            default,
            null,
            CancellationToken.None
        );

        var fault = await Assert.ThrowsAsync<KoreXoException>(async () => await list.GetAsyncEnumerator().MoveNextAsync());

        Assert.Contains("returned no items on many pages", fault.Message, StringComparison.Ordinal);
        Assert.InRange(next, 50, 200);
    }

    private static async Task RunAsync(ListPlan plan)
    {
        var clock = new ManualClock();
        using var server = new LyingServer(plan);
        var given = new List<long>();
        var reading = ReadAsync(plan, server, clock, given);
        await clock.PassQuicklyAsync(reading);
        Judge(plan, server, given, await Record.ExceptionAsync(() => reading));
    }

    private static async Task ReadAsync(ListPlan plan, LyingServer server, ManualClock clock, List<long> given)
    {
        string? continuation = null;
        for (var process = 0; process < 2; process++)
        {
            using var http = new HttpClient(server, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
            using var connection = new ApiConnection(
                new KoreXoClientOptions
                {
                    Endpoint = new Uri("https://platform.example.com"),
                    Credential = new ApiKeyCredential("k"),
                    TimeProvider = clock,
                    AttemptTimeout = Timeout.InfiniteTimeSpan,
                    TotalTimeout = Timeout.InfiniteTimeSpan,
                },
                http
            );
            continuation =
                plan.Answer == ListPlan.Shape.Keyed
                    ? await ReadAsync(
                        List(connection, plan, server, new KeyedCodec<long>(Codecs.Int64)),
                        plan,
                        continuation,
                        item => given.Add(item.Value)
                    )
                    : await ReadAsync(List(connection, plan, server, Codecs.Int64), plan, continuation, given.Add);
            if (continuation is null)
            {
                return;
            }
        }
    }

    private static PagedResult<T> List<T>(ApiConnection connection, ListPlan plan, LyingServer server, JsonCodec<T> codec)
    {
        var filter = new Dictionary<string, string>(StringComparer.Ordinal) { ["filter"] = "yes" };
        var request =
            plan.In == PagingLocation.Query
                ? new OperationRequest(Operation, "/numbers?filter=yes")
                : new OperationRequest(Operation, "/numbers")
                {
                    Body = JsonBody.Create<IReadOnlyDictionary<string, string>>(filter, new MapCodec<string>(Codecs.String)),
                };
        return connection.List(request, server.Paging, codec, default, null, CancellationToken.None);
    }

    /// <summary>Reads on to the end, or to where the process is to end; returns where to resume.</summary>
    private static async Task<string?> ReadAsync<T>(PagedResult<T> list, ListPlan plan, string? continuation, Action<T> take)
    {
        var pages = 0;
        await foreach (var page in list.AsPages(continuation))
        {
            foreach (var item in page.Items)
            {
                take(item);
            }

            if (continuation is null && ++pages == plan.RestartAfter)
            {
                return page.Continuation;
            }
        }

        return null;
    }

    private static void Judge(ListPlan plan, LyingServer server, List<long> given, Exception? fault)
    {
        var saysMore = server.SaysMore || server.LastTotal > given.Count;
        Assert.True(plan.RestartAfter > 0 || fault is null or KoreXoException, $"{fault}");
        if (fault is not null)
        {
            var contradiction = Assert.IsType<KoreXoException>(fault);
            Assert.Contains("the server says that there is more", contradiction.Message, StringComparison.Ordinal);
            Assert.True(saysMore && !plan.IsHonest, $"{plan}: {fault.Message}");
        }

        // A process that resumes a list does not know what the previous one returned. And a page that exactly completes the total that the
        // server reports is data, even if it is like an earlier one.
        var completes = server.LastTotal <= given.Count && server.LastTotal > given.Count - server.LastCount;
        if (plan.Beyond == ListPlan.Behind.Nothing || (plan.RestartAfter == 0 && !completes))
        {
            Assert.Equal(Enumerable.Range(0, given.Count).Select(static number => (long)number), given);
            Assert.True(given.Count <= plan.Count);
            Assert.True(
                fault is not null || given.Count == plan.Count || IsOver(plan, server, given.Count),
                $"{plan}: only {given.Count} were given."
            );
        }

        Assert.True(!plan.IsHonest || given.Count == plan.Count, $"{plan}: only {given.Count} were given.");
    }

    private static bool IsOver(ListPlan plan, LyingServer server, int given)
    {
        // A server that does not page returns the same each time, without any other signal.
        var knowsNoPages = plan is { Size: null, Beyond: ListPlan.Behind.HeedsNoPosition } && server.Paging.More is null;
        return !(server.LastTotal > given) && (!server.SaysMore || knowsNoPages);
    }
}
