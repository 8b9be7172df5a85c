using System.Text.Json;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Reads the changes that a request makes to a user, and finds what prevents them.</summary>
internal sealed class UserChangeReader(PlatformState platform)
{
    /// <summary>Returns the first group that does not exist; null if all do.</summary>
    public string? UnknownGroup(IEnumerable<string> ids) => ids.FirstOrDefault(id => platform.Account.FindGroup(id) is null);

    /// <summary>Returns the first bot role or bot that does not exist; null if all do.</summary>
    public string? UnknownGrant(IEnumerable<JsonElement> grants)
    {
        foreach (var grant in grants)
        {
            var (role, bot) = (grant.Text("roleId")!, grant.Text("botId")!);
            if (platform.Account.FindRole(role) is not { Kind: RoleKind.Bot })
            {
                return role;
            }

            if (!platform.Bots.Bots.ContainsKey(bot))
            {
                return bot;
            }
        }

        return null;
    }

    public static SimulatedRoleAssignment Grant(SimulatedUser user, JsonElement grant) =>
        new(grant.Text("roleId")!, grant.Text("botId"), user.Id, GroupId: null);

    /// <summary>
    /// Returns the user with the details and rights of an element. Omitted rights are granted, as the platform's pages say.
    /// </summary>
    public static SimulatedUser Apply(SimulatedUser user, JsonElement element)
    {
        var info = element.GetProperty("userInfo");
        return user with
        {
            OrganizationUserId = info.Text("orgUserId") ?? user.OrganizationUserId,
            FirstName = info.Text("firstName") ?? user.FirstName,
            LastName = info.Text("lastName") ?? user.LastName,
            CanCreateBot = element.Flag("canCreateBot") ?? true,
            IsDeveloper = element.Flag("isDeveloper") ?? true,
        };
    }
}
