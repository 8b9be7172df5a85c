using System.Net;

namespace KoreXo.Simulator.Tests.Notifications;

/// <summary>Which subscriptions are taken, and whose devices a request reaches.</summary>
public sealed class PushDeviceRuleTests : AreaTest
{
    private string Target => $"/api/public/streams/{Bot.Id}";

    [Theory]
    [InlineData("""{"osType":"iOS","userId":"u"}""", "at /deviceId: it is required")]
    [InlineData("""{"deviceId":"d","userId":"u"}""", "at /osType: it is required")]
    [InlineData("""{"deviceId":"d","osType":"iOS"}""", "at /userId: it is required")]
    [InlineData("""{"deviceId":7,"osType":"iOS","userId":"u"}""", "at /deviceId: a string is expected")]
    [InlineData("""{"deviceId":"d","osType":null,"userId":"u"}""", "at /osType: a string is expected")]
    [InlineData("[]", "an object is expected")]
    public async Task A_device_that_lacks_something_is_not_subscribed(string body, string reason)
    {
        Assert.Contains(
            reason,
            (await BotApp.PostAsync(Target + "/sdknotifications/subscribe", body)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );
        Assert.Empty(await ListAsync("u"));
    }

    [Theory]
    [InlineData("""{"userId":"u"}""")]
    [InlineData("""{"unsubscribe":"all"}""")]
    [InlineData("""{"userId":"u","unsubscribe":"none"}""")]
    [InlineData("""{"userId":"u","unsubscribe":null}""")]
    [InlineData("""{"userId":"u","unsubscribe":"all","devices":[{"deviceId":"d","osType":"iOS"}]}""")]
    [InlineData("""{"userId":"u","devices":["d"]}""")]
    [InlineData("""{"userId":"u","devices":[{"deviceId":"d"}]}""")]
    public async Task Some_devices_or_all_are_unsubscribed_and_nothing_else(string body)
    {
        await SubscribeAsync("d", "u");

        (await BotApp.SendAsync("DELETE", Target + "/sdknotifications/unsubscribe", body)).Refusal(HttpStatusCode.BadRequest);

        Assert.Equal(["d"], await ListAsync("u"));
    }

    [Fact]
    public async Task A_device_that_subscribes_again_has_its_new_system()
    {
        await SubscribeAsync("d", "u");
        await SubscribeAsync("d", "u", "Android");

        var device = Assert.Single((await BotApp.GetAsync($"{Target}/subscribeddevices?uId=u")).Success()["subscribedDevices"]!.AsArray())!;

        Assert.Equal("""{"deviceId":"d","osType":"Android","status":"Subscribed"}""", device.ToJsonString());
    }

    [Fact]
    public async Task A_device_that_is_named_twice_is_unsubscribed_once()
    {
        await SubscribeAsync("d", "u");

        var answer = (
            await BotApp.SendAsync(
                "DELETE",
                Target + "/sdknotifications/unsubscribe",
                """{"userId":"u","devices":[{"deviceId":"d","osType":"ios"},{"deviceId":"d","osType":"ios"}]}"""
            )
        ).Success();

        Assert.Equal(
            """
            {"success":true,"message":"Devices unsubscribed: 1","unsubscribedDevices":[{"deviceId":"d","osType":"iOS","status":"unsubscribed"}],"invalidDeviceIds":[{"deviceId":"d"}]}
            """,
            answer.ToJsonString()
        );
    }

    [Fact]
    public async Task Bots_do_not_share_their_devices()
    {
        var other = Platform.AddBot("Other");
        await SubscribeAsync("d", "u");

        var target = $"/api/public/streams/{other.Id}";
        Assert.Empty((await BotApp.GetAsync(target + "/subscribeddevices?uId=u")).Success()["subscribedDevices"]!.AsArray());
        (await BotApp.SendAsync("DELETE", target + "/sdknotifications/unsubscribe", """{"userId":"u","unsubscribe":"all"}""")).Success();

        Assert.Equal(["d"], await ListAsync("u"));
    }

    [Fact]
    public async Task Users_differ_by_case_and_may_have_any_characters()
    {
        await SubscribeAsync("d1", "Größe & Co/+%");

        Assert.Equal(["d1"], await ListAsync("Größe & Co/+%"));
        Assert.Empty(await ListAsync("größe & Co/+%"));
    }

    [Theory]
    [InlineData("", "'uId' is missing")]
    [InlineData("?UserId=u", "'uId' is missing")]
    [InlineData("?uId=u&uId=v", "'uId' is given more than once")]
    public async Task Devices_are_listed_for_one_user(string query, string reason) =>
        Assert.Contains(
            reason,
            (await BotApp.GetAsync(Target + "/subscribeddevices" + query)).Refusal(HttpStatusCode.BadRequest),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task An_admin_app_and_an_unknown_bot_are_refused()
    {
        (await Admin.GetAsync(Target + "/subscribeddevices?uId=u")).Refusal(HttpStatusCode.Forbidden);
        (await BotApp.GetAsync("/api/public/streams/st-none/subscribeddevices?uId=u")).Refusal(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Subscriptions_at_the_same_time_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => SubscribeAsync($"d{number % 15}", "u")));

        Assert.Equal(15, (await ListAsync("u")).Count());
    }

    private async Task SubscribeAsync(string device, string user, string system = "iOS") =>
        (
            await BotApp.PostAsync(
                Target + "/sdknotifications/subscribe",
                $$"""{"deviceId":"{{device}}","osType":"{{system}}","userId":"{{user}}"}"""
            )
        ).Success();

    private async Task<IEnumerable<string>> ListAsync(string user) =>
        Texts(
            (await BotApp.GetAsync($"{Target}/subscribeddevices?uId={Uri.EscapeDataString(user)}")).Success()["subscribedDevices"],
            "deviceId"
        );
}
