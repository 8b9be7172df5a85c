using System.Text.Json.Nodes;
using KoreXo.Simulator.Notifications;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Subscribes, lists and unsubscribes devices for push notifications.</summary>
internal sealed class PushDeviceOperations(PlatformState platform) : IOperationFamily
{
    private const string Subscribed = "Subscribed";

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("subscribePushDevice", Subscribe),
            new OperationBehavior("getSubscribedPushDevices", List),
            new OperationBehavior("unsubscribePushDevices", Unsubscribe),
        ];

    private JsonObject Subscribe(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var device = new PushDevice(call.Text("deviceId")!, call.Text("osType")!);
        platform.Devices.Subscribe(bot.Id, call.Text("userId")!, device);
        return new JsonObject
        {
            ["success"] = true,
            ["message"] = "The device is subscribed to push notifications",
            ["deviceDetails"] = Describe(device, Subscribed),
        };
    }

    private JsonObject List(OperationCall call)
    {
        var devices = platform.Devices.Of(platform.BotOf(call).Id, call.Parameters.Text("uId"));
        return new JsonObject { ["subscribedDevices"] = WireValue.Array(devices.Select(device => Describe(device, Subscribed))) };
    }

    private JsonObject Unsubscribe(OperationCall call)
    {
        var bot = platform.BotOf(call);
        var user = call.Text("userId")!;
        if (call.Text("unsubscribe") is not null)
        {
            platform.Devices.UnsubscribeAll(bot.Id, user);
            return new JsonObject { ["success"] = true, ["message"] = "All devices of the user are unsubscribed" };
        }

        var gone = new JsonArray();
        var unknown = new JsonArray();
        foreach (var id in call.Body.Items("devices").Select(device => device.Text("deviceId")!))
        {
            if (platform.Devices.Unsubscribe(bot.Id, user, id) is { } device)
            {
                gone.Add((JsonNode)Describe(device, "unsubscribed"));
            }
            else
            {
                unknown.Add((JsonNode)new JsonObject { ["deviceId"] = id });
            }
        }

        return new JsonObject
        {
            ["success"] = true,
            ["message"] = $"Devices unsubscribed: {gone.Count}",
            ["unsubscribedDevices"] = gone,
            ["invalidDeviceIds"] = unknown,
        };
    }

    private static JsonObject Describe(PushDevice device, string status) =>
        new JsonObject
        {
            ["deviceId"] = device.DeviceId,
            ["osType"] = device.System,
            ["status"] = status,
        };
}
