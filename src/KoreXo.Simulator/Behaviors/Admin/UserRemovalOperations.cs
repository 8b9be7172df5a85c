using System.Text.Json.Nodes;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Removes users from the account, by email address or by id in the organization.</summary>
internal sealed class UserRemovalOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("removeUsers", Remove)];

    private JsonObject Remove(OperationCall call)
    {
        var named = call
            .Body.Texts("deleteEmailIds")
            .Select(mail => (Name: mail, User: platform.Account.FindByMail(mail)))
            .Concat(call.Body.Texts("orgUserIds").Select(id => (Name: id, User: platform.Account.FindByOrganizationId(id))))
            .ToList();
        if (named.Count == 0)
        {
            throw RefusalException.BadRequest(
                "The body is not valid: at least one of deleteEmailIds and orgUserIds is expected to name a user."
            );
        }

        var failures = named.Where(entry => entry.User is null).Select(entry => Failure(entry.Name)).ToList();

        // A user may be named by address and by id, or be removed by another call in the meantime, and is counted where it is removed.
        var removed = named.Select(entry => entry.User).OfType<SimulatedUser>().Count(platform.Account.Remove);

        // Two responses are documented; the members of the successful one are absent if none of the users could be removed.
        var answer = new JsonObject();
        if (failures.Count < named.Count)
        {
            platform.LogEvent("User Management", "Users removed", $"{removed} users were removed");
            answer["msg"] = $"{removed} users removed from the account";
            answer["moreAvailable"] = false;
            answer["total"] = removed;
        }

        if (failures.Count > 0)
        {
            answer["failedUserDetails"] = WireValue.Array(failures);
        }

        return answer;
    }

    private static JsonObject Failure(string name) =>
        new() { ["emailId"] = name, ["reason"] = UserError.WholeReason("The user is not in the account") };
}
