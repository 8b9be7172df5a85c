using KoreXo.Generator.Diagnostics;
using KoreXo.OpenApi.Diagnostics;

namespace KoreXo.Generator.Tests.Diagnostics;

/// <summary>The one warning about everything that is not supported.</summary>
public sealed class LeftOutSummaryTests
{
    [Fact]
    public void Without_anything_unsupported_there_is_none() =>
        Assert.Null(LeftOutSummary.Of([Problem(SpecRules.PathMismatch, "A"), Problem(SpecRules.Unparsable, "B")]));

    [Fact]
    public void It_is_where_the_first_part_is_and_names_the_file()
    {
        var summary = LeftOutSummary.Of([
            Problem(SpecRules.PathMismatch, "A"),
            Problem(SpecRules.Unsupported, "B") with
            {
                Line = 7,
            },
            Problem(SpecRules.Unsupported, "C"),
        ])!;

        Assert.Equal(
            (SpecRules.LeftOut, "api/x.yaml", 7, "", "x.yaml"),
            (summary.RuleId, summary.FilePath, summary.Line, summary.Pointer, summary.First)
        );
        Assert.Equal("B: it is left out (at /at); C: it is left out (at /at)", summary.Second);
    }

    [Theory]
    [InlineData("A part, which is odd,", "/a", "A part, which is odd: it is left out (at /a)")]
    [InlineData("A part", "", "A part: it is left out")]
    public void Each_part_says_what_happens_and_where(string first, string pointer, string expected) =>
        Assert.Equal(expected, LeftOutSummary.Of([Problem(SpecRules.Unsupported, first) with { Pointer = pointer }])!.Second);

    [Theory]
    [InlineData(5, "")]
    [InlineData(6, "; and 1 more, each an information KXO2009 in the error list of an editor or the error log of a build")]
    [InlineData(1_000, "; and 995 more, each an information KXO2009 in the error list of an editor or the error log of a build")]
    public void Only_the_first_five_are_named(int count, string expected) =>
        Assert.Equal(
            string.Join("; ", Enumerable.Repeat("A: it is left out (at /at)", 5)) + expected,
            LeftOutSummary.Of([.. Enumerable.Repeat(Problem(SpecRules.Unsupported, "A"), count)])!.Second
        );

    private static SpecProblem Problem(string rule, string first) => new(rule, "api/x.yaml", 1, 2, "/at", first, "it is left out");
}
