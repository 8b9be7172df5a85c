using KoreXo.Analyzers.Guards;

namespace KoreXo.Analyzers.Tests.Guards;

public sealed class GuardStateTests
{
    private static readonly HeldFacts A = HeldFacts.Of(["a"]);
    private static readonly HeldFacts B = HeldFacts.Of(["b"]);
    private static readonly GuardState Unreachable = GuardState.Empty.Hold(HeldFacts.Unreachable);

    [Fact]
    public void What_is_known_twice_holds_together() => Assert.Equal(A.And(B), GuardState.Empty.Hold(A).Hold(B).Held);

    [Fact]
    public void A_variable_that_is_assigned_something_unknown_is_forgotten()
    {
        var state = GuardState.Empty.Set("ok", Condition.Of(A, HeldFacts.None));

        Assert.Equal(Condition.Of(A, HeldFacts.None), state.Get("ok"));
        Assert.Equal(Condition.Unknown, state.Get("other"));
        Assert.Empty(state.Set("ok", Condition.Unknown).Values);
    }

    [Fact]
    public void Where_paths_meet_only_what_both_know_is_held()
    {
        var joined = GuardState.Empty.Hold(A).Join(GuardState.Empty.Hold(A).Hold(B));

        Assert.Equal(A, joined.Held);
    }

    [Fact]
    public void A_path_that_nobody_takes_takes_nothing_away()
    {
        var state = GuardState.Empty.Hold(A).Set("ok", Condition.True);

        Assert.Same(state, state.Join(Unreachable));
        Assert.Same(state, Unreachable.Join(state));
    }

    [Fact]
    public void A_variable_that_only_one_path_assigned_is_unknown_on_the_other()
    {
        var assigned = GuardState.Empty.Set("ok", Condition.True);

        Assert.Equal(Condition.Unknown, assigned.Join(GuardState.Empty).Get("ok"));
        Assert.Equal(Condition.Unknown, GuardState.Empty.Join(assigned).Get("ok"));
    }

    [Fact]
    public void A_variable_that_is_true_on_one_path_alone_brings_back_what_that_path_knew()
    {
        var joined = GuardState.Empty.Hold(A).Set("ok", Condition.True).Join(GuardState.Empty.Set("ok", Condition.False));

        Assert.Equal(HeldFacts.None, joined.Held);
        Assert.Equal(A, joined.Get("ok").WhenTrue);
        Assert.Equal(HeldFacts.None, joined.Get("ok").WhenFalse);
    }

    [Fact]
    public void States_are_the_same_if_they_know_the_same()
    {
        var state = GuardState.Empty.Hold(A).Set("ok", Condition.True);

        Assert.True(state.IsSame(GuardState.Empty.Set("ok", Condition.True).Hold(A)));
        Assert.False(state.IsSame(state.Hold(B)));
        Assert.False(state.IsSame(state.Set("ok", Condition.False)));
        Assert.False(state.IsSame(state.Set("ok", Condition.Unknown)));
        Assert.False(state.IsSame(state.Set("other", Condition.True)));
        Assert.False(state.IsSame(state.Set("ok", Condition.Unknown).Set("other", Condition.True)));
    }
}
