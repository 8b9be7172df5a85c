using System.Text.RegularExpressions;
using KoreXo.Simulator.Generation;

namespace KoreXo.Simulator.Tests.Generation;

/// <summary>Strings for the patterns that documents have.</summary>
public sealed class PatternTextTests
{
    [Theory]
    [InlineData("^#[0-9a-f]{6}$")]
    [InlineData("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$")]
    [InlineData(@"^\d{4}-\d{2}-\d{2}$")]
    [InlineData(@"^\+?[1-9]\d{1,14}$")]
    [InlineData(@"^[^@\s]+@[^@\s]+\.[a-z]{2,}$")]
    [InlineData("^(st|bt)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    [InlineData("^(?:a|b)+$")]
    [InlineData("^(?<year>[0-9]{4})$")]
    [InlineData(@"^\w+(\.\w+)*$")]
    [InlineData("^[^a1]{3}$")]
    [InlineData("^[]x]$")]
    [InlineData(@"^[\d\-]{3}$")]
    [InlineData("^a{2,}?b*+$")]
    [InlineData("^.{5}$")]
    [InlineData(@"^\t\n\r$")]
    [InlineData(@"^[\u0400-\u04ff]{4}$")]
    [InlineData(@"^\x41\u00e9$")]
    [InlineData(@"^[\x20-\x7e]{8}$")]
    [InlineData(@"^[\w-\.]{5}$")]
    [InlineData("^[a-zA-Z0-9-_]{3}$")]
    [InlineData(@"^[+\-*/]$")]
    [InlineData("^$")]
    [InlineData("free")]
    public void A_string_matches(string pattern)
    {
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var text = PatternText.Create(pattern, 0, 100, new ValueSource($"{seed}"));

            // "b*+" is a possessive count, which .NET does not have: its pattern is of another dialect, and has no string.
            Assert.True(pattern.Contains("*+", StringComparison.Ordinal) ? text is null : text is not null, pattern);
            Assert.True(text is null || Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(5)), $"{pattern}: {text}");
        }
    }

    [Theory]
    [InlineData("^[a-z]+$", 12, 20)]
    [InlineData("^x*$", 3, 3)]
    [InlineData("^(ab)+$", 7, 10)]
    public void Its_length_is_within_the_bounds(string pattern, int least, int most) =>
        Assert.InRange(PatternText.Create(pattern, least, most, new ValueSource("a"))!.Length, least, most);

    [Theory]
    [InlineData("^[a-z]{5}$", 6, 9)]
    [InlineData("^[a-z]{5}$", 0, 4)]
    [InlineData("^(?=.*[0-9])(?=.*[A-Z]).{8}$", 0, 100)]
    [InlineData(@"^\p{Lu}+$", 0, 100)]
    [InlineData("^(a", 0, 100)]
    [InlineData("^((((a{99}){99}){99}){99})$", 0, 100)]
    [InlineData("^a{99999999}$", 0, 100)]
    public void What_cannot_be_met_gives_no_string_instead_of_a_wrong_one(string pattern, int least, int most) =>
        Assert.Null(PatternText.Create(pattern, least, most, new ValueSource("a")));

    [Fact]
    public void Groups_in_groups_without_end_are_given_up() =>
        Assert.Null(PatternText.Create(new string('(', 5000) + "a" + new string(')', 5000), 0, 100, new ValueSource("a")));

    [Fact]
    public void The_same_seed_gives_the_same_string_and_another_another()
    {
        Assert.Equal(Create("a"), Create("a"));
        Assert.NotEqual(Create("a"), Create("b"));

        static string? Create(string seed) => PatternText.Create("^[a-z]{20}$", 0, 20, new ValueSource(seed));
    }
}
