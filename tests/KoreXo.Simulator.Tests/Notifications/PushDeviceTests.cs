namespace KoreXo.Simulator.Tests.Notifications;

public sealed class PushDeviceTests : AreaTest
{
    private string Target => $"/api/public/streams/{Bot.Id}";

    [Fact]
    public async Task Devices_are_subscribed_once_listed_by_user_and_unsubscribed_one_by_one()
    {
        await SubscribeAsync("d1", "u-1");
        await SubscribeAsync("d1", "u-1");
        await SubscribeAsync("d2", "u-1");
        await SubscribeAsync("d3", "u-2");
        Assert.Equal(["d1", "d2"], await ListAsync("u-1"));

        var answer = (
            await BotApp.SendAsync(
                "DELETE",
                Target + "/sdknotifications/unsubscribe",
                """
                {"userId":"u-1","devices":[{"deviceId":"d1","osType":"iOS"},{"deviceId":"d3","osType":"iOS"}]}
                """
            )
        ).Success();

        Assert.Equal(["d1"], Texts(answer["unsubscribedDevices"], "deviceId"));
        Assert.Equal(["d3"], Texts(answer["invalidDeviceIds"], "deviceId"));
        Assert.Equal(["d2"], await ListAsync("u-1"));
    }

    [Fact]
    public async Task All_devices_of_one_user_are_unsubscribed_at_once()
    {
        await SubscribeAsync("d1", "u-1");
        await SubscribeAsync("d2", "u-2");

        (await BotApp.SendAsync("DELETE", Target + "/sdknotifications/unsubscribe", """{"userId":"u-1","unsubscribe":"all"}""")).Success();

        Assert.Empty(await ListAsync("u-1"));
        Assert.Equal(["d2"], await ListAsync("u-2"));
    }

    private async Task SubscribeAsync(string device, string user) =>
        (
            await BotApp.PostAsync(
                Target + "/sdknotifications/subscribe",
                $$"""{"deviceId":"{{device}}","osType":"iOS","userId":"{{user}}"}"""
            )
        ).Success();

    private async Task<IEnumerable<string>> ListAsync(string user) =>
        Texts((await BotApp.GetAsync($"{Target}/subscribeddevices?uId={user}")).Success()["subscribedDevices"], "deviceId");
}
