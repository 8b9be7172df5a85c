namespace KoreXo.Simulator.Tests.Bots;

public sealed class PollsPerJobTests : BotTest
{
    protected override void Configure(XoSimulatorOptions options) => options.PollsPerJob = 1;

    [Fact]
    public async Task A_job_of_one_poll_is_done_at_the_first()
    {
        var started = (await Caller.PostAsync("/api/public/bot/import", (await NewBotBodyAsync()).ToJsonString())).Success();
        Assert.Equal("pending", started["status"]!.GetValue<string>());

        Assert.Equal(
            "success",
            (await Caller.GetAsync($"/api/public/bot/import/status/{started["_id"]}")).Success()["status"]!.GetValue<string>()
        );
    }
}
