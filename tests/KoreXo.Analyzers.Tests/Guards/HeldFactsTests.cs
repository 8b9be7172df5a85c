using KoreXo.Analyzers.Guards;

namespace KoreXo.Analyzers.Tests.Guards;

public sealed class HeldFactsTests
{
    private static readonly HeldFacts A = HeldFacts.Of(["a"]);
    private static readonly HeldFacts B = HeldFacts.Of(["b"]);

    private static readonly (string Name, HeldFacts Value)[] Samples =
    [
        ("none", HeldFacts.None),
        ("unreachable", HeldFacts.Unreachable),
        ("a", A),
        ("b", B),
        ("a or b", A.Or(B)),
        ("a and b", A.And(B)),
    ];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var (one, _) in Samples)
            {
                foreach (var (other, _) in Samples)
                {
                    pairs.Add(one, other);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Both_hold_where_each_does(string left, string right)
    {
        var (one, other) = (Sample(left), Sample(right));

        Assert.Equal(Worlds.Describe(held => one.Allows(held) && other.Allows(held)), Worlds.Of(one.And(other)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void One_or_the_other_holds_where_either_does(string left, string right)
    {
        var (one, other) = (Sample(left), Sample(right));

        Assert.Equal(Worlds.Describe(held => one.Allows(held) || other.Allows(held)), Worlds.Of(one.Or(other)));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Facts_are_equal_if_they_say_the_same(string left, string right) =>
        Assert.Equal(left == right, Sample(left).Equals(Sample(right)));

    [Fact]
    public void Facts_that_prove_more_are_not_equal()
    {
        Assert.NotEqual(A, HeldFacts.Of(["a", "b"]));
        Assert.NotEqual(HeldFacts.Of(["a", "b"]), A);
        Assert.NotEqual(A, A.And(B));
        Assert.NotEqual(A.And(B), A);
    }

    [Fact]
    public void The_order_of_the_cases_does_not_matter() => Assert.Equal(A.Or(B), B.Or(A));

    [Fact]
    public void A_case_that_proves_more_than_another_is_not_kept()
    {
        Assert.Equal(A, A.Or(A.And(B)));
        Assert.Equal(A, A.And(B).Or(A));
        Assert.Equal(HeldFacts.None, A.Or(HeldFacts.None));
    }

    [Fact]
    public void Two_checks_may_have_been_of_two_credentials()
    {
        var sets = Assert.Single(A.And(B).Cases).Sets;

        Assert.Equal(["a", "b"], sets.Select(static set => Assert.Single(set)).Order());
    }

    [Fact]
    public void One_check_of_two_scopes_is_of_one_credential()
    {
        var set = Assert.Single(Assert.Single(HeldFacts.Of(["a", "b"]).Cases).Sets);

        Assert.Equal(["a", "b"], set.Order());
        Assert.NotEqual(A.And(B), HeldFacts.Of(["a", "b"]));
    }

    [Fact]
    public void A_set_contains_what_a_smaller_one_proves() =>
        Assert.Equal(HeldFacts.Of(["a", "b"]), HeldFacts.Of(["a", "b"]).And(A).And(B));

    [Fact]
    public void Of_two_cases_what_each_set_has_in_common_with_each_is_common()
    {
        var facts = HeldFacts.Of(["a", "b"]).And(HeldFacts.Of(["c"])).Or(HeldFacts.Of(["b", "c"]));

        Assert.Equal(["b", "c"], facts.Common.Sets.Select(static set => Assert.Single(set)).Order());
    }

    [Fact]
    public void Nothing_is_common_to_nothing()
    {
        Assert.Empty(HeldFacts.None.Common.Sets);
        Assert.Empty(HeldFacts.Unreachable.Common.Sets);
        Assert.Empty(A.Or(B).Common.Sets);
    }

    [Fact]
    public void Four_cases_are_kept_apart_and_of_more_only_what_they_share()
    {
        var shared = HeldFacts.Of(["s"]);
        HeldFacts[] cases = [.. "abcde".Select(static scope => HeldFacts.Of([$"{scope}"])).Select(one => one.And(shared))];

        var four = cases.Take(4).Aggregate(static (one, other) => one.Or(other));
        var five = four.Or(cases[4]);

        Assert.Equal(4, four.Cases.Length);
        Assert.Equal(shared, five);
    }

    [Fact]
    public void All_scopes_of_a_case_are_named_whoever_holds_them()
    {
        Assert.Equal(["a", "b"], A.And(B).Cases[0].All.Order());
        Assert.Empty(HeldSets.None.All);
    }

    [Fact]
    public void Nothing_and_unreachable_are_told_apart()
    {
        Assert.True(HeldFacts.None.IsNone);
        Assert.False(HeldFacts.None.IsUnreachable);
        Assert.True(HeldFacts.Unreachable.IsUnreachable);
        Assert.False(HeldFacts.Unreachable.IsNone);
        Assert.False(A.IsNone);
        Assert.False(A.Or(B).IsNone);
        Assert.False(A.Equals(null));
    }

    [Fact]
    public void A_guard_of_no_scope_proves_nothing() => Assert.Equal(HeldFacts.None, HeldFacts.Of([]));

    private static HeldFacts Sample(string name) => Samples.Single(sample => sample.Name == name).Value;
}
