using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Returns information about the requested users, or about all users with their roles.</summary>
internal sealed class UserInformationOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors =>
        [new OperationBehavior("getUsers", Get), new OperationBehavior("getUserRoles", GetRoles)];

    private JsonArray Get(OperationCall call)
    {
        var status = call.Text("status") ?? "all";
        return WireValue.Array(
            call.Body.Texts("emailIds")
                .Select(mail =>
                    platform.Account.FindByMail(mail) is { } user && (status == "all" || status == Status(user))
                        ? Describe(user)
                        : NotFound(mail)
                )
        );
    }

    private JsonObject Describe(SimulatedUser user)
    {
        var info = new JsonObject
        {
            ["emailId"] = user.Email,
            ["userId"] = user.Id,
            ["firstName"] = user.FirstName,
            ["lastName"] = user.LastName,
            ["status"] = Status(user),
        };
        if (user.LastLogin is { } login)
        {
            info["lastLogin"] = WireTime.Format(login);
        }

        var groups = user.GroupIds.Select(platform.Account.FindGroup).OfType<SimulatedGroup>();
        return new JsonObject
        {
            ["canCreateBot"] = user.CanCreateBot,
            ["isDeveloper"] = user.IsDeveloper,
            ["moreAvailable"] = false,
            ["total"] = 1,
            ["userInfo"] = info,
            ["roles"] = new JsonObject
            {
                ["btRoles"] = RoleAnswer.BotRoles(platform, user, withGroups: false),
                ["adminRoles"] = RoleAnswer.AdminRoles(platform, user),
            },
            ["groups"] = WireValue.Array(groups.Select(group => new JsonObject { ["groupId"] = group.Id, ["groupName"] = group.Name })),
        };
    }

    private static JsonObject NotFound(string mail) =>
        new()
        {
            ["userInfo"] = new JsonObject
            {
                ["emailId"] = mail,
                ["status"] = "failure",
                ["reason"] = UserError.Reason("The user is not in the account"),
            },
        };

    private static string Status(SimulatedUser user) => user.IsActive ? "active" : "not active";

    private JsonObject GetRoles(OperationCall call)
    {
        var page = PageWindow.AtItem(skip: null, call.Parameters.Integer("limit")).Of(platform.Account.Users);
        return new JsonObject
        {
            ["total"] = page.Total,
            ["availableMore"] = page.HasMore,
            ["users"] = WireValue.Array(page.Items.Select(DescribeRoles)),
        };
    }

    private JsonObject DescribeRoles(SimulatedUser user)
    {
        var json = new JsonObject { ["username"] = user.Email };
        if (user.OrganizationUserId is { } id)
        {
            json["orgUserId"] = id;
        }

        json["accountId"] = AccountIds.Account;
        json["isDeveloper"] = user.IsDeveloper;
        json["canCreateBot"] = user.CanCreateBot;
        json["userId"] = user.Id;
        json["btRoles"] = RoleAnswer.BotRoles(platform, user, withGroups: true);
        json["adminRoles"] = RoleAnswer.AdminRoles(platform, user);
        return json;
    }
}
