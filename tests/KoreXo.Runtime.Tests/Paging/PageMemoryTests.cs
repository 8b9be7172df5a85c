using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using static KoreXo.Runtime.Tests.ThingLists;

namespace KoreXo.Runtime.Tests;

/// <summary>What an export of many pages holds: one buffer, and neither a page nor an item that was handed out.</summary>
public sealed class PageMemoryTests
{
    private const int Mebi = 1024 * 1024;

    private static readonly PagingDescriptor Flagged = new()
    {
        Style = PagingStyle.Offset,
        In = PagingLocation.Query,
        Position = "skip",
        Items = "/rows",
        More = "/more",
    };

    [Fact]
    public async Task Large_pages_of_a_list_are_read_into_one_buffer()
    {
        // Everything happens on this thread: the transport has each page at once.
        var pages = Enumerable.Range(1, 8).Select(static page => Body(page, last: 8, padding: 3 * Mebi)).ToArray();
        var page = 0;
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(Answer(pages[page++])));
        using var connection = handler.Connect();
        await using var items = List(connection, Flagged).GetAsyncEnumerator();
        for (var first = 1; first <= 3; first++)
        {
            Assert.True(await items.MoveNextAsync());
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        while (await items.MoveNextAsync()) { }

        Assert.Equal(8, page);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, Mebi); // five pages of more than three
    }

    [Fact]
    public async Task Neither_a_page_nor_an_item_that_was_handed_out_is_held_while_the_next_page_is_read()
    {
        var handedOut = new List<WeakReference>();
        var alive = -1;
        var page = 0;
        using var handler = new ScriptedHandler(
            (_, _) =>
            {
                if (++page == 2)
                {
                    GC.Collect();
                    alive = handedOut.Count(static item => item.IsAlive);
                }

                return Task.FromResult(Answer(Body(page, last: 2, padding: 0, count: 5)));
            }
        );
        using var connection = handler.Connect();
        var list = connection.List(Request(), Flagged, new HeldCodec(), default, null, CancellationToken.None);
        await using var items = list.GetAsyncEnumerator();
        while (await items.MoveNextAsync())
        {
            Record(items, handedOut);
        }

        Assert.Equal(10, handedOut.Count);
        Assert.InRange(alive, 0, 1); // at most the one that is current until the next
    }

    [Fact]
    public async Task A_large_page_is_read_like_a_small_one()
    {
        var page = 0;
        int[] sizes = [0, 5 * Mebi, 100, 2 * Mebi, 6 * Mebi];
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(Answer(Body(++page, last: sizes.Length, sizes[page - 1]))));
        using var connection = handler.Connect();
        var found = new List<long>();
        await foreach (var item in List(connection, Flagged))
        {
            found.Add(item);
        }

        Assert.Equal([1, 2, 3, 4, 5], found);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Record(IAsyncEnumerator<Held> items, List<WeakReference> handedOut) =>
        handedOut.Add(new WeakReference(items.Current));

    private static HttpResponseMessage Answer(byte[] body) => new() { Content = new StreamContent(new MemoryStream(body)) };

    private static byte[] Body(int page, int last, int padding, int count = 1)
    {
        var rows = string.Join(',', Enumerable.Range(0, count).Select(index => ((page - 1) * count) + index + 1));
        return Encoding.UTF8.GetBytes($$"""{"rows":[{{rows}}],{{new string(' ', padding)}}"more":{{(page < last ? "true" : "false")}}}""");
    }

    private sealed record Held(long Number);

    private sealed class HeldCodec : JsonCodec<Held>
    {
        public override Held Read(ref Utf8JsonReader reader) => new(JsonReading.Int64(ref reader));

        public override void Write(Utf8JsonWriter writer, Held value) => writer.WriteNumberValue(value.Number);
    }
}
