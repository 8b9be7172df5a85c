using KoreXo.Analyzers.Guards;

namespace KoreXo.Analyzers.Tests.Guards;

/// <summary>
/// A condition says in which worlds its value can be true, false or null. Each operation is compared with C#'s own, over every pair of
/// conditions, every pair of values and every world.
/// </summary>
public sealed class ConditionTests
{
    private static readonly HeldFacts A = HeldFacts.Of(["a"]);
    private static readonly HeldFacts B = HeldFacts.Of(["b"]);

    private static readonly (string Name, Condition Value)[] Samples =
    [
        ("unknown", Condition.Unknown),
        ("true", Condition.True),
        ("false", Condition.False),
        ("null", Condition.Null),
        ("a", Condition.Of(A, HeldFacts.None)),
        ("b", Condition.Of(B, HeldFacts.None)),
        ("not a", Condition.Of(HeldFacts.None, A)),
        ("null unless a", new Condition(A, A, HeldFacts.None)),
        ("a, or null with b", new Condition(A, HeldFacts.None, B)),
        ("a or b", Condition.Of(A.Or(B), HeldFacts.None)),
        ("a and b", Condition.Of(A.And(B), HeldFacts.None)),
    ];

    private static readonly bool?[] Values = [true, false, null];

    public static TheoryData<string> Names => new(Samples.Select(static one => one.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void And_is_that_of_nullable_Booleans(string name) =>
        Verify(name, static (one, other) => one.And(other), static (one, other) => one & other);

    [Theory]
    [MemberData(nameof(Names))]
    public void Or_is_that_of_nullable_Booleans(string name) =>
        Verify(name, static (one, other) => one.Or(other), static (one, other) => one | other);

    [Theory]
    [MemberData(nameof(Names))]
    public void Exclusive_or_is_that_of_nullable_Booleans(string name) =>
        Verify(name, static (one, other) => one.ExclusiveOr(other), static (one, other) => one ^ other);

    [Theory]
    [MemberData(nameof(Names))]
    public void Equality_is_true_or_false_and_never_null(string name) =>
        Verify(name, static (one, other) => one.IsSameAs(other), static (one, other) => one == other);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_other_value_counts_only_where_the_first_is_null(string name) =>
        Verify(name, static (one, other) => one.OrElse(other), static (one, other) => one ?? other);

    [Theory]
    [MemberData(nameof(Names))]
    public void Not_leaves_null_alone(string name) => Verify(name, static (one, _) => one.Not(), static (one, _) => !one);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_that_is_never_null_says_the_same_of_true_and_false(string name)
    {
        var before = Sample(name);

        var after = before.NeverNull();

        Assert.Equal((before.WhenTrue, before.WhenFalse), (after.WhenTrue, after.WhenFalse));
        Assert.True(after.WhenNull.IsUnreachable);
    }

    [Theory]
    [InlineData("None", "")]
    [InlineData("True", "a, ab")]
    [InlineData("False", "-, a, b, ab")]
    [InlineData("Null", "b, ab")]
    [InlineData("True, Null", "a, b, ab")]
    [InlineData("NotNull", "-, a, b, ab")]
    [InlineData("Any", "-, a, b, ab")]
    public void What_holds_for_a_set_of_values_is_what_one_of_them_allows(string truths, string worlds) =>
        Assert.Equal(worlds, Worlds.Of(Sample("a, or null with b").When(Enum.Parse<Truths>(truths))));

    [Theory]
    [InlineData("None", "", "", "")]
    [InlineData("True", "a, ab", "", "")]
    [InlineData("False", "", "-, a, b, ab", "")]
    [InlineData("Null", "", "", "b, ab")]
    [InlineData("NotNull", "a, ab", "-, a, b, ab", "")]
    [InlineData("Any", "a, ab", "-, a, b, ab", "b, ab")]
    public void A_value_that_is_one_of_a_set_cannot_be_another(string truths, string whenTrue, string whenFalse, string whenNull)
    {
        var narrowed = Sample("a, or null with b").Where(Enum.Parse<Truths>(truths));

        Assert.Equal(whenTrue, Worlds.Of(narrowed.WhenTrue));
        Assert.Equal(whenFalse, Worlds.Of(narrowed.WhenFalse));
        Assert.Equal(whenNull, Worlds.Of(narrowed.WhenNull));
    }

    [Fact]
    public void What_always_holds_leaves_null_out() => Assert.Equal("a, b, ab", Worlds.Of(new Condition(A, B, HeldFacts.None).Always));

    [Fact]
    public void Facts_of_a_place_hold_for_each_value_and_each_element_there()
    {
        var tuple = Condition.OfTuple([Condition.Of(A, HeldFacts.None), Condition.Unknown]);

        var there = tuple.Under(B);

        Assert.Equal("b, ab", Worlds.Of(there.WhenTrue));
        Assert.Equal("b, ab", Worlds.Of(there.WhenNull));
        Assert.Equal("ab", Worlds.Of(there.Element(0).WhenTrue));
        Assert.Equal("b, ab", Worlds.Of(there.Element(1).WhenFalse));
    }

    [Fact]
    public void An_element_that_a_tuple_does_not_have_is_unknown()
    {
        var tuple = Condition.OfTuple([Condition.True]);

        Assert.Equal(Condition.True, tuple.Element(0));
        Assert.Equal(Condition.Unknown, tuple.Element(1));
        Assert.Equal(Condition.Unknown, Condition.True.Element(0));
    }

    [Fact]
    public void Where_paths_meet_a_value_brings_along_what_its_path_knew()
    {
        var joined = Condition.Join(Condition.True, A, Condition.False, HeldFacts.None);

        Assert.Equal("a, ab", Worlds.Of(joined.WhenTrue));
        Assert.Equal("-, a, b, ab", Worlds.Of(joined.WhenFalse));
        Assert.True(joined.WhenNull.IsUnreachable);
    }

    [Fact]
    public void Where_paths_meet_tuples_are_joined_element_by_element()
    {
        var joined = Condition.Join(
            Condition.OfTuple([Condition.True, Condition.False]),
            A,
            Condition.OfTuple([Condition.False, Condition.True]),
            B
        );

        Assert.Equal(2, joined.Elements.Length);
        Assert.Equal("a, ab", Worlds.Of(joined.Element(0).WhenTrue));
        Assert.Equal("b, ab", Worlds.Of(joined.Element(0).WhenFalse));
        Assert.Equal("b, ab", Worlds.Of(joined.Element(1).WhenTrue));
    }

    [Fact]
    public void Tuples_of_different_lengths_have_no_element_in_common()
    {
        var joined = Condition.Join(
            Condition.OfTuple([Condition.True]),
            A,
            Condition.OfTuple([Condition.True, Condition.True]),
            HeldFacts.None
        );

        Assert.Empty(joined.Elements);
    }

    [Theory]
    [InlineData("unknown", true)]
    [InlineData("true", false)]
    [InlineData("false", false)]
    [InlineData("null", false)]
    [InlineData("a", false)]
    [InlineData("not a", false)]
    [InlineData("null unless a", false)]
    public void Only_a_condition_that_proves_nothing_need_not_be_kept(string name, bool isPointless) =>
        Assert.Equal(isPointless, Sample(name).IsPointless);

    [Fact]
    public void A_Boolean_that_proves_nothing_need_not_be_kept_but_one_that_proves_something_as_null_must()
    {
        Assert.True(Condition.Unknown.NeverNull().IsPointless);
        Assert.False(new Condition(HeldFacts.None, HeldFacts.None, A).IsPointless);
        Assert.False(Condition.OfTuple([Condition.Unknown]).IsPointless);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Conditions_are_equal_if_they_say_the_same(string name)
    {
        var equal = Samples.Where(sample => sample.Value.Equals(Sample(name)));
        var tuples = Samples.Where(sample => Condition.OfTuple([sample.Value]).Equals(Condition.OfTuple([Sample(name)])));

        Assert.Equal([name], equal.Select(static sample => sample.Name));
        Assert.Equal([name], tuples.Select(static sample => sample.Name));
    }

    [Fact]
    public void A_condition_differs_from_a_tuple_and_from_nothing()
    {
        Assert.NotEqual(Condition.Unknown, Condition.OfTuple([Condition.Unknown]));
        Assert.False(Condition.True.Equals(null));
    }

    private static Condition Sample(string name) => Samples.Single(sample => sample.Name == name).Value;

    private static void Verify(string name, Func<Condition, Condition, Condition> combine, Func<bool?, bool?, bool?> expected)
    {
        var one = Sample(name);
        foreach (var (second, other) in Samples)
        {
            var combined = combine(one, other);
            foreach (var value in Values)
            {
                var meant = Worlds.Describe(held =>
                    Values.Any(first =>
                        Part(one, first).Allows(held)
                        && Values.Any(last => Part(other, last).Allows(held) && expected(first, last) == value)
                    )
                );
                Assert.Equal($"{second}, {Name(value)}: {meant}", $"{second}, {Name(value)}: {Worlds.Of(Part(combined, value))}");
            }
        }
    }

    private static string Name(bool? value) =>
        value switch
        {
            true => "true",
            false => "false",
            null => "null",
        };

    private static HeldFacts Part(Condition condition, bool? value) =>
        value switch
        {
            true => condition.WhenTrue,
            false => condition.WhenFalse,
            null => condition.WhenNull,
        };
}
