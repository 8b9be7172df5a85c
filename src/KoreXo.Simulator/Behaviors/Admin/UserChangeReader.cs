using System.Text.Json;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Reads what a request says of a user, and finds what stands in the way.</summary>
internal sealed class UserChangeReader(PlatformState platform)
{
    /// <summary>The first group that there is none of; null when all are there.</summary>
    public string? UnknownGroup(IEnumerable<string> ids) => ids.FirstOrDefault(id => platform.Account.FindGroup(id) is null);

    /// <summary>The first role that is none of bots, or bot that there is none of; null when all are there.</summary>
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
    /// The user with the details and rights of an element. Rights that are left out are given: the platform's pages say so.
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
