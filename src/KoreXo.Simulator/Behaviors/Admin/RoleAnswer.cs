using System.Text.Json.Nodes;
using KoreXo.Simulator.Account;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Describes the roles of users in responses.</summary>
internal static class RoleAnswer
{
    public static JsonArray BotRoles(PlatformState platform, SimulatedUser user, bool withGroups) =>
        WireValue.Array(platform.Account.RolesOf(user, RoleKind.Bot).Select(held => BotRole(platform, held, withGroups)));

    public static JsonArray AdminRoles(PlatformState platform, SimulatedUser user) =>
        WireValue.Array(
            platform
                .Account.RolesOf(user, RoleKind.Admin)
                .Select(held => new JsonObject { ["roleId"] = held.Role.Id, ["roleName"] = held.Role.Name })
        );

    private static JsonObject BotRole(PlatformState platform, HeldRole held, bool withGroups)
    {
        var json = new JsonObject { ["roleId"] = held.Role.Id, ["roleName"] = held.Role.Name };
        if (withGroups)
        {
            json["groups"] = WireValue.Array(held.GroupIds.Select(id => JsonValue.Create(id)));
        }

        json["botId"] = held.BotId;
        json["botName"] = platform.Bots.Bots.GetValueOrDefault(held.BotId!)?.Name ?? "";
        return json;
    }
}
