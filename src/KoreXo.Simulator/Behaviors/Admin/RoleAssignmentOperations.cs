using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>
/// Assigns roles to users and groups, and removes them. The response for a failed element is not documented, so the whole call is rejected
/// and changes nothing. An empty name is nobody, as in the platform's sample, whose unused lists have one empty string.
/// </summary>
internal sealed class RoleAssignmentOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors =>
        [new OperationBehavior("assignBotRoles", AssignBotRoles), new OperationBehavior("assignAdminRoles", AssignAdminRoles)];

    /// <summary>Assigns roles in bots. The status has a trailing space, as in the platform's sample.</summary>
    private JsonArray AssignBotRoles(OperationCall call) => Assign(call, RoleKind.Bot, _ => new JsonObject { ["status"] = "success " });

    private JsonArray AssignAdminRoles(OperationCall call) =>
        Assign(call, RoleKind.Admin, element => new JsonObject { ["status"] = "success", ["roleId"] = element.Text("roleId") });

    private JsonArray Assign(OperationCall call, RoleKind kind, Func<JsonElement, JsonObject> describe)
    {
        var elements = call.Body.EnumerateArray().ToList();
        // ToList reads, and so checks, all elements before the first is applied; that is why a call that fails changes nothing.
        var changes = elements.SelectMany((element, index) => Read(element, $"/{index}", kind)).ToList();
        foreach (var (assignment, isAdded) in changes)
        {
            if (isAdded)
            {
                platform.Account.Assign(assignment);
            }
            else
            {
                platform.Account.Withdraw(assignment);
            }
        }

        platform.LogEvent("Role Management", "Roles assigned", $"{changes.Count} assignments of roles were changed");
        return WireValue.Array(elements.Select(describe));
    }

    private IEnumerable<(SimulatedRoleAssignment Assignment, bool IsAdded)> Read(JsonElement element, string pointer, RoleKind kind)
    {
        var role = element.Text("roleId")!;
        if (platform.Account.FindRole(role)?.Kind != kind)
        {
            throw Fault("roleId", $"there is no such role '{role}'");
        }

        var bot = kind == RoleKind.Bot ? element.Text("botId") : null;
        if (bot is not null && !platform.Bots.Bots.ContainsKey(bot))
        {
            throw Fault("botId", $"there is no bot '{bot}'");
        }

        return
        [
            .. Users("addUsers", isAdded: true, platform.Account.FindByMail),
            .. Users("addOrgUserIds", isAdded: true, platform.Account.FindByOrganizationId),
            .. Users("removeUsers", isAdded: false, platform.Account.FindByMail),
            .. Users("removeOrgUserIds", isAdded: false, platform.Account.FindByOrganizationId),
            .. Groups("addGroups", isAdded: true),
            .. Groups("removeGroups", isAdded: false),
        ];

        IEnumerable<(SimulatedRoleAssignment Assignment, bool IsAdded)> Users(
            string member,
            bool isAdded,
            Func<string, SimulatedUser?> find
        ) =>
            Names(member)
                .Select(name =>
                    (
                        new SimulatedRoleAssignment(
                            role,
                            bot,
                            (find(name) ?? throw Fault(member, $"there is no user '{name}'")).Id,
                            GroupId: null
                        ),
                        isAdded
                    )
                );

        IEnumerable<(SimulatedRoleAssignment Assignment, bool IsAdded)> Groups(string member, bool isAdded) =>
            Names(member)
                .Select(name =>
                    (
                        new SimulatedRoleAssignment(
                            role,
                            bot,
                            UserId: null,
                            (platform.Account.FindGroupByName(name) ?? throw Fault(member, $"there is no group '{name}'")).Id
                        ),
                        isAdded
                    )
                );

        IEnumerable<string> Names(string member) => element.Texts(member).Where(name => name.Length > 0);

        RefusalException Fault(string member, string reason) =>
            RefusalException.BadRequest($"The body is not valid at {pointer}/{member}: {reason}.");
    }
}
