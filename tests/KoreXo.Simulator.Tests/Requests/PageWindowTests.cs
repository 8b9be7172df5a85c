using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Tests.Requests;

/// <summary>Which part of a list a page is.</summary>
public sealed class PageWindowTests
{
    private static readonly string[] All = ["a", "b", "c", "d", "e"];

    [Theory]
    [InlineData(null, null, "abcde", false)]
    [InlineData(0L, 2L, "ab", true)]
    [InlineData(3L, 2L, "de", false)]
    [InlineData(4L, 2L, "e", false)]
    [InlineData(5L, 2L, "", false)]
    [InlineData(long.MaxValue, long.MaxValue, "", false)]
    [InlineData(1L, long.MaxValue, "bcde", false)]
    [InlineData(-1L, 2L, "ab", true)]
    [InlineData(0L, 0L, "", true)]
    [InlineData(0L, -1L, "", true)]
    public void A_position_counts_items(long? skip, long? size, string items, bool more)
    {
        var page = PageWindow.AtItem(skip, size).Of(All);

        Assert.Equal((items, 5, more), (string.Concat(page.Items), page.Total, page.HasMore));
    }

    [Theory]
    [InlineData(null, null, "abcde", false)]
    [InlineData(0L, 2L, "ab", true)]
    [InlineData(1L, 2L, "cd", true)]
    [InlineData(2L, 2L, "e", false)]
    [InlineData(3L, 2L, "", false)]
    [InlineData(long.MaxValue, long.MaxValue, "", false)]
    [InlineData(0L, long.MaxValue, "abcde", false)]
    [InlineData(-1L, 2L, "ab", true)]
    [InlineData(7L, 0L, "", true)]
    public void A_page_number_counts_pages_from_zero(long? number, long? size, string items, bool more)
    {
        var page = PageWindow.AtPage(number, size).Of(All);

        Assert.Equal((items, 5, more), (string.Concat(page.Items), page.Total, page.HasMore));
    }

    [Fact]
    public void Only_the_items_of_the_page_are_created()
    {
        var list = new CountingList(1_000_000);

        var page = PageWindow.AtItem(999_998, 50).Of(list);

        Assert.Equal([999_998, 999_999], page.Items);
        Assert.Equal(2, list.Created);
    }

    [Fact]
    public void A_page_without_a_size_has_fifty_items() =>
        Assert.Equal(50, PageWindow.AtPage(page: 1, size: null).Of(Enumerable.Range(0, 200).ToList()).Items.Count);

    private sealed class CountingList(int count) : IReadOnlyList<int>
    {
        public int Created { get; private set; }

        public int Count => count;

        public int this[int index]
        {
            get
            {
                Created++;
                return index;
            }
        }

        public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
