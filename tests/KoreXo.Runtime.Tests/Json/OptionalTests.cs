namespace KoreXo.Runtime.Tests;

/// <summary>A member of an update: not set, set, or cleared.</summary>
public sealed class OptionalTests
{
    [Fact]
    public void Only_what_is_assigned_is_set()
    {
        Optional<string?> cleared = (string?)null;
        Assert.True(cleared.IsSet);
        Assert.False(default(Optional<string?>).IsSet);
        Assert.Equal("a", new Optional<string?>("a").Value);
    }

    [Fact]
    public void Cleared_differs_from_not_set_and_from_other_values()
    {
        var (cleared, none, one) = (new Optional<string?>(null), default(Optional<string?>), new Optional<string?>("a"));
        Assert.True(one == new Optional<string?>("a"));
        Assert.True(one.Equals((object)new Optional<string?>("a")));
        Assert.Equal(one.GetHashCode(), new Optional<string?>("a").GetHashCode());
        Assert.True(cleared != none);
        Assert.False(one == cleared);
        Assert.False(one != new Optional<string?>("a"));
        Assert.False(one.Equals((object)"a"));
        Assert.NotEqual(cleared.GetHashCode(), none.GetHashCode());
    }

    [Fact]
    public void A_member_shows_what_it_is()
    {
        Assert.Equal(
            ["a", "null", "not set"],
            [$"{new Optional<string?>("a")}", $"{new Optional<string?>(null)}", $"{default(Optional<string?>)}"]
        );
    }
}
