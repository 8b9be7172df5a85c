using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Lists the groups of the account, with their members.</summary>
internal sealed class GroupOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("listGroups", List)];

    private JsonObject List(OperationCall call)
    {
        var page = PageWindow.AtPage(call.Parameters.Integer("offset"), call.Parameters.Integer("limit")).Of(platform.Account.Groups);
        var users = platform.Account.Users;
        return new JsonObject
        {
            ["total"] = page.Total,
            ["availableMore"] = page.HasMore,
            ["groups"] = WireValue.Array(
                page.Items.Select(group => Describe(group, [.. users.Where(user => user.GroupIds.Contains(group.Id))]))
            ),
        };
    }

    private static JsonObject Describe(SimulatedGroup group, IReadOnlyList<SimulatedUser> members) =>
        new()
        {
            ["_id"] = group.Id,
            ["gN"] = group.Name,
            ["gDesc"] = group.Description,
            ["groups"] = new JsonArray(),
            ["users"] = WireValue.Array(members.Select(Member)),
            ["userCount"] = members.Count,
        };

    private static JsonObject Member(SimulatedUser user) =>
        new()
        {
            ["_id"] = user.Id,
            ["emailId"] = user.Email,
            ["lastName"] = user.LastName,
            ["firstName"] = user.FirstName,
            ["profImage"] = "no-avatar",
            ["profColour"] = "",
            ["activationStatus"] = user.IsActive ? "active" : "pending",
            ["jTitle"] = null,
            ["orgId"] = AccountIds.Organization,
        };
}
