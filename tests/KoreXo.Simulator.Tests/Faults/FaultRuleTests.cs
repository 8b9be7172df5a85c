using System.Net;

namespace KoreXo.Simulator.Tests.Faults;

/// <summary>Which requests a plan gets to see, and what its faults do to them.</summary>
public sealed class FaultRuleTests : AreaTest
{
    private const string Target = "/api/public/getSessions";

    [Fact]
    public async Task A_request_that_is_no_operation_or_not_allowed_is_not_counted()
    {
        var numbers = new List<int>();
        Platform.Faults = FaultPlan.From(call =>
        {
            numbers.Add(call.Number);
            return null;
        });

        (await As(null).PostAsync(Target, "{}")).Refusal(HttpStatusCode.Unauthorized);
        (await Admin.GetAsync("/api/none")).Refusal(HttpStatusCode.NotFound);
        (await Admin.PostAsync(Target, "{}")).Success();
        (await Admin.PostAsync(Target, "{}")).Success();

        Assert.Equal([1, 2], numbers);
    }

    [Fact]
    public async Task A_new_plan_counts_from_one_again()
    {
        (await Admin.PostAsync(Target, "{}")).Success();
        Platform.Faults = FaultPlan.On("listAccountSessions", 1, Fault.Error(503));
        (await Admin.PostAsync(Target, "{}")).Refusal(HttpStatusCode.ServiceUnavailable);
        Platform.Faults = FaultPlan.On("listAccountSessions", 1, Fault.Error(500));

        (await Admin.PostAsync(Target, "{}")).Refusal(HttpStatusCode.InternalServerError);
        (await Admin.PostAsync(Target, "{}")).Success();
    }

    [Fact]
    public async Task The_fault_of_one_bot_is_not_that_of_the_account()
    {
        Platform.Faults = FaultPlan.Always("listSessions", Fault.Error(500));

        (await Admin.PostAsync($"/api/public/bot/{Bot.Id}/getSessions", "{}")).Refusal(HttpStatusCode.InternalServerError);
        (await Admin.PostAsync(Target, "{}")).Success();
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.9, "0")]
    [InlineData(1.9, "1")]
    [InlineData(3600, "3600")]
    public async Task Time_to_retry_is_in_whole_seconds(double seconds, string expected)
    {
        Platform.Faults = FaultPlan.Always("listAccountSessions", Fault.Error(503).WithRetryAfter(TimeSpan.FromSeconds(seconds)));

        var reply = await Admin.PostAsync(Target, "{}");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.Status);
        Assert.Equal(expected, reply.Headers["Retry-After"]);
    }

    [Theory]
    [InlineData("https://other.example/a?b=c#d", "https://other.example/a?b=c#d")]
    [InlineData("/api/elsewhere", "/api/elsewhere")]
    [InlineData("https://other.example/%20ü", "https://other.example/%20%C3%BC")]
    public async Task A_redirect_leads_where_it_was_told(string address, string location)
    {
        Platform.Faults = FaultPlan.Always(
            "listAccountSessions",
            Fault.Redirect(new Uri(address, address.StartsWith('/') ? UriKind.Relative : UriKind.Absolute), 308)
        );

        var reply = await Admin.PostAsync(Target, "{}");

        Assert.Equal((308, location, 0), ((int)reply.Status, reply.Headers["Location"], reply.Bytes.Length));
    }

    [Fact]
    public async Task Only_the_token_that_was_rejected_is_stale()
    {
        var app = Platform.AddAppWithAllScopes(AppKind.Admin);
        var (stale, fresh) = (As(app), As(app));
        (stale.Token, fresh.Token) = (app.CreateToken(TimeSpan.FromHours(1)), app.CreateToken(TimeSpan.FromHours(2)));
        Platform.Faults = FaultPlan.On("listAccountSessions", 1, Fault.ExpiredToken);

        (await stale.PostAsync(Target, "{}")).Refusal(HttpStatusCode.Unauthorized);
        (await stale.GetAsync($"/api/public/bot/{Bot.Id}/changelogs")).Refusal(HttpStatusCode.Unauthorized);
        (await fresh.PostAsync(Target, "{}")).Success();

        Platform.Faults = FaultPlan.None;
        (await stale.PostAsync(Target, "{}")).Success();
    }

    [Fact]
    public void What_is_missing_is_named_when_the_plan_is_made()
    {
        Assert.Equal("operationId", Assert.Throws<ArgumentException>(() => FaultPlan.On("", 1, Fault.CutBody)).ParamName);
        Assert.Equal("fault", Assert.Throws<ArgumentNullException>(() => FaultPlan.Always("x", null!)).ParamName);
        Assert.Equal("faults", Assert.Throws<ArgumentNullException>(() => FaultPlan.Script("x", (IEnumerable<Fault?>)null!)).ParamName);
        Assert.Equal("choose", Assert.Throws<ArgumentNullException>(() => FaultPlan.From(null!)).ParamName);
        Assert.Equal("other", Assert.Throws<ArgumentNullException>(() => FaultPlan.None.Or(null!)).ParamName);
        Assert.Equal("address", Assert.Throws<ArgumentNullException>(() => Fault.Redirect(null!)).ParamName);
        Assert.Equal("share", Assert.Throws<ArgumentOutOfRangeException>(() => FaultPlan.Storm(1, -0.1)).ParamName);
    }

    [Fact]
    public void A_script_is_read_once()
    {
        var (reads, fault) = (0, Fault.CutBody);
        var plan = FaultPlan.Script("x", Read());

        Assert.Same(fault, plan.Choose(new FaultedCall("x", 1, null)));
        Assert.Null(plan.Choose(new FaultedCall("x", 2, null)));
        Assert.Equal(1, reads);

        IEnumerable<Fault?> Read()
        {
            reads++;
            yield return fault;
        }
    }

    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void Every_number_is_a_seed(int seed)
    {
        var plan = FaultPlan.Storm(seed, 0.5);

        var hits = Enumerable.Range(1, 1000).Count(number => plan.Choose(new FaultedCall("x", number, null)) is not null);

        Assert.InRange(hits, 420, 580);
    }
}
