using KoreXo.Simulator.Bots;
using KoreXo.Simulator.Conversations;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Tests.Conversations;

/// <summary>Windows are found in a list that is ordered by time, without reading all of it.</summary>
public sealed class TimelineTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Timeline<int> Hours = new([0, 1, 1, 2, 5], hour => Start.AddHours(hour));

    [Theory]
    [InlineData(null, null, "0,1,1,2,5")]
    [InlineData("2026-03-01T01:00:00Z", null, "1,1,2,5")]
    [InlineData("2026-03-01T01:00:00.001Z", null, "2,5")]
    [InlineData(null, "2026-03-01T01:00:00Z", "0,1,1")]
    [InlineData(null, "2026-03-01T00:59:59.999Z", "0")]
    [InlineData("2026-03-01T01:00:00Z", "2026-03-01T01:00:00Z", "1,1")]
    [InlineData("2026-03-01T03:00:00Z", "2026-03-01T04:00:00Z", "")]
    [InlineData("2026-03-02", null, "")]
    [InlineData(null, "2026-02-28", "")]
    [InlineData("2026-03-01", "2026-03-01", "0,1,1,2,5")]
    [InlineData("2026-03-01T03:00:00+02:00", null, "1,1,2,5")]
    public void A_window_holds_its_bounds(string? from, string? to, string expected)
    {
        var window = TimeWindow.Read(from, to);

        Assert.Equal(expected, string.Join(',', Hours.Find(window, latestFirst: false)));
        Assert.Equal(expected, string.Join(',', Hours.Find(window, latestFirst: true).Reverse()));
        Assert.Equal(
            expected.Split(',').Where(hour => hour is not ("" or "1")),
            Hours.Find(window, latestFirst: false, hour => hour != 1).Select(hour => $"{hour}")
        );
    }

    [Theory]
    [InlineData(0, 2, "0,1", true)]
    [InlineData(4, 2, "5", false)]
    [InlineData(5, 2, "", false)]
    [InlineData(0, 5, "0,1,1,2,5", false)]
    [InlineData(0, 0, "", true)]
    [InlineData(-3, 1, "0", true)]
    [InlineData(0, -1, "", true)]
    [InlineData(long.MaxValue, long.MaxValue, "", false)]
    public void A_page_by_item_is_within_the_list(long skip, long size, string expected, bool more)
    {
        var page = PageWindow.AtItem(skip, size).Of(Hours.Items);

        Assert.Equal((expected, 5, more), (string.Join(',', page.Items), page.Total, page.HasMore));
    }

    [Theory]
    [InlineData(0, 2, "0,1", true)]
    [InlineData(2, 2, "5", false)]
    [InlineData(3, 2, "", false)]
    [InlineData(-1, 2, "0,1", true)]
    [InlineData(long.MaxValue, long.MaxValue, "", false)]
    [InlineData(long.MinValue, 2, "0,1", true)]
    public void A_page_by_number_is_within_the_list(long number, long size, string expected, bool more)
    {
        var page = PageWindow.AtPage(number, size).Of(Hours.Items);

        Assert.Equal((expected, 5, more), (string.Join(',', page.Items), page.Total, page.HasMore));
    }

    [Fact]
    public void A_part_of_a_list_is_read_by_index_as_it_is_in_a_loop()
    {
        var part = new ListPart<int>([10, 11, 12, 13], 1, 4, backwards: true);

        Assert.Equal([13, 12, 11], part);
        Assert.Equal((3, 13, 11), (part.Count, part[0], part[2]));
        Assert.Empty(new ListPart<int>([10], 1, 1, backwards: false));
    }

    [Fact]
    public void Messages_at_one_time_have_an_order_that_is_total()
    {
        var (bot, customer) = (Bot(), new SimulatedCustomer("u-1", "a@example.com"));
        var places = new[] { Session(2), Session(1) }
            .SelectMany(session => new[] { new MessagePlace(session, 1), new MessagePlace(session, 0) })
            .ToArray();

        Array.Sort(places);

        Assert.Equal([(1L, 0), (1L, 1), (2L, 0), (2L, 1)], places.Select(place => (place.Session.Sequence, place.Index)));
        Assert.Equal((true, false), (places[0] < places[1], places[0] > places[1]));
        Assert.Equal((false, true), (places[3] <= places[2], places[3] >= places[2]));

        SimulatedSession Session(long sequence) =>
            new($"s-{sequence}", bot, customer)
            {
                Channel = "rtm",
                StartedOn = Start,
                Containment = "agent",
                IsAlert = false,
                MessageCount = 2,
                Sequence = sequence,
            };
    }

    private static SimulatedBot Bot() => new BotStore(new IdSource(1), TimeProvider.System).AddSeasoned("Travel");
}
