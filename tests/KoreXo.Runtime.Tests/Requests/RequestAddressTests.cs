using System.Text;
using FsCheck.Xunit;

namespace KoreXo.Runtime.Tests;

public sealed class RequestAddressTests
{
    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(".")]
    [InlineData("..")]
    public void A_segment_that_could_leave_its_place_is_refused(string? value)
    {
        var fault = Assert.Throws<ArgumentException>(() => Segment(value!));
        Assert.Equal("botId", fault.ParamName);
    }

    [Fact]
    public void A_segment_with_half_a_surrogate_pair_is_refused()
    {
        // Not a theory: attributes are stored as UTF-8, which would fix the string.
        foreach (var value in new[] { "a\uD800b", "\uDE00", "😀\uD83D" })
        {
            Assert.Equal("botId", Assert.Throws<ArgumentException>(() => Segment(value)).ParamName);
        }
    }

    [Fact]
    public void A_nul_is_escaped() => Assert.Equal("a%00b", Segment("a\0b"));

    [Theory]
    [InlineData("../x", "..%2Fx")]
    [InlineData("..\\x", "..%5Cx")]
    [InlineData("a/b?c#d", "a%2Fb%3Fc%23d")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("...", "...")]
    [InlineData(" ", "%20")]
    [InlineData("a b\tc", "a%20b%09c")]
    [InlineData("a\r\nHost: evil", "a%0D%0AHost%3A%20evil")]
    [InlineData("😀é", "%F0%9F%98%80%C3%A9")]
    [InlineData("A-z_0.9~", "A-z_0.9~")]
    public async Task A_hostile_segment_reaches_the_socket_in_its_place(string value, string expected)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        using var connection = server.Connect();

        await connection.SendAsync(TestApi.Request(address: $"/a/{Segment(value)}/b"), null, CancellationToken.None);

        Assert.Equal($"/a/{expected}/b", server.Only.Target);
    }

    [Property]
    public bool Every_segment_is_one_segment_and_comes_back(string value)
    {
        if (string.IsNullOrEmpty(value) || value is "." or ".." || !IsWellFormed(value))
        {
            return true;
        }

        var escaped = Segment(value);
        return Uri.UnescapeDataString(escaped) == value
            && escaped.All(c => char.IsAsciiLetterOrDigit(c) || "-._~%".Contains(c, StringComparison.Ordinal));
    }

    [Property]
    public bool Every_query_value_comes_back(string value)
    {
        if (value is null || !IsWellFormed(value))
        {
            return true;
        }

        var address = new RequestAddress(stackalloc char[4]);
        address.Query("q", value);
        var text = address.ToString();
        return text.StartsWith("?q=", StringComparison.Ordinal)
            && !text.AsSpan(3).ContainsAny("&=#+ ")
            && Uri.UnescapeDataString(text[3..]) == value;
    }

    [Fact]
    public void A_query_value_that_is_not_well_formed_names_its_parameter()
    {
        var fault = Assert.Throws<ArgumentException>(() =>
        {
            var address = new RequestAddress(stackalloc char[8]);
            address.Query("filter", "\uD83D");
        });
        Assert.Equal("filter", fault.ParamName);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_is_none_is_refused(double value) =>
        Assert.Throws<ArgumentException>(() =>
        {
            var address = new RequestAddress(stackalloc char[8]);
            address.Query("x", value);
        });

    [Fact]
    public void Null_leaves_a_parameter_out_and_empty_does_not()
    {
        var address = new RequestAddress(stackalloc char[8]);
        address.Literal("/x");
        address.Query("a", (string?)null);
        address.Query("b", (long?)null);
        address.Query("c", (IReadOnlyList<string>?)null);
        address.Query("d", []);
        address.Query("e", "");
        Assert.Equal("/x?e=", address.ToString());
    }

    [Fact]
    public void Values_are_written_without_culture()
    {
        var address = new RequestAddress(stackalloc char[8]);
        address.Segment(-42, "id");
        address.Query("n", long.MinValue);
        address.Query("d", 1234.5);
        address.Query("b", true);
        address.Query("t", new DateTimeOffset(2024, 2, 29, 23, 30, 0, TimeSpan.FromHours(-1)));
        address.Query("day", new DateOnly(2024, 2, 29));
        address.Query("list", ["x y", "&"]);
        Assert.Equal(
            "-42?n=-9223372036854775808&d=1234.5&b=true&t=2024-03-01T00%3A30%3A00Z&day=2024-02-29&list=x%20y&list=%26",
            address.ToString()
        );
    }

    [Fact]
    public void An_address_outgrows_its_buffer()
    {
        var address = new RequestAddress(stackalloc char[1]);
        for (var index = 0; index < 1000; index++)
        {
            address.Literal("/");
            address.Segment("é", "x");
        }

        Assert.Equal(string.Concat(Enumerable.Repeat("/%C3%A9", 1000)), address.ToString());
    }

    private static string Segment(string value)
    {
        var address = new RequestAddress(stackalloc char[16]);
        address.Segment(value, "botId");
        return address.ToString();
    }

    private static bool IsWellFormed(string value) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)) == value;
}
