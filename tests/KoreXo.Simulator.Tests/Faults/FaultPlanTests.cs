namespace KoreXo.Simulator.Tests.Faults;

/// <summary>A plan is a function of operation and number, and of nothing else.</summary>
public sealed class FaultPlanTests
{
    private static readonly Fault A = Fault.CutJson;
    private static readonly Fault B = Fault.CutBody;

    [Fact]
    public void One_request_is_hit_and_no_other()
    {
        var plan = FaultPlan.On("x", 2, A);

        Assert.Equal([null, A, null], Faults(plan, "x", 3));
        Assert.Equal([null, null, null], Faults(plan, "y", 3));
    }

    [Fact]
    public void A_script_is_played_once_with_gaps() => Assert.Equal([A, null, B, null], Faults(FaultPlan.Script("x", A, null, B), "x", 4));

    [Fact]
    public void The_first_plan_that_has_a_fault_has_its_way() =>
        Assert.Equal([B, A, B], Faults(FaultPlan.On("x", 2, A).Or(FaultPlan.Always("x", B)), "x", 3));

    [Fact]
    public void A_function_sees_who_calls_what() =>
        Assert.Equal(
            [null, A],
            Faults(FaultPlan.From(call => call is { OperationId: "x", Number: 2, ClientId: "cs-1" } ? A : null), "x", 2)
        );

    [Fact]
    public void A_storm_is_the_same_for_the_same_seed_and_another_for_another()
    {
        var first = Faults(FaultPlan.Storm(1), "x", 200).Select(fault => fault?.Name);

        Assert.Equal(first, Faults(FaultPlan.Storm(1), "x", 200).Select(fault => fault?.Name));
        Assert.NotEqual(first, Faults(FaultPlan.Storm(2), "x", 200).Select(fault => fault?.Name));
        Assert.NotEqual(first, Faults(FaultPlan.Storm(1), "y", 200).Select(fault => fault?.Name));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.2, 1_800, 2_200)]
    [InlineData(1, 10_000, 10_000)]
    public void A_storm_hits_its_share(double share, int least, int most) =>
        Assert.InRange(Faults(FaultPlan.Storm(3, share), "x", 10_000).Count(fault => fault is not null), least, most);

    [Fact]
    public void A_storm_of_some_faults_has_all_of_them_and_no_others() =>
        Assert.Equivalent(new[] { A, B }, Faults(FaultPlan.Storm(4, 1, A, B), "x", 50).Distinct(), strict: true);

    [Fact]
    public void The_usual_storm_has_each_kind_an_unattended_client_must_get_over()
    {
        var names = Faults(FaultPlan.Storm(5, 1), "x", 1_000).Select(fault => fault!.Name).Distinct(StringComparer.Ordinal);

        Assert.Equivalent(
            new[]
            {
                "MinuteRefusal",
                "ExpiredToken",
                "Error",
                "ErrorAfterEffect",
                "ResetBeforeEffect",
                "ResetAfterEffect",
                "CutJson",
                "CutBody",
                "LateAnswer",
                "SlowBody",
            },
            names,
            strict: true
        );
    }

    [Fact]
    public void What_cannot_be_a_fault_is_refused_when_it_is_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Error(200));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.ErrorAfterEffect(600));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Redirect(new Uri("http://x.example"), 200));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.LateAnswer(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => FaultPlan.On("x", 0, A));
        Assert.Throws<ArgumentOutOfRangeException>(() => FaultPlan.Storm(1, 1.1));
        Assert.Throws<InvalidOperationException>(() => Fault.ResetAfterEffect.WithRetryAfter(TimeSpan.FromSeconds(1)));
    }

    private static List<Fault?> Faults(FaultPlan plan, string operationId, int count) =>
        [.. Enumerable.Range(1, count).Select(number => plan.Choose(new FaultedCall(operationId, number, "cs-1")))];
}
