using System.Text.Json.Nodes;
using KoreXo.Simulator.Account;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Changes the access rights of users, for all named users or none. Omitted rights stay unchanged.</summary>
internal sealed class UserAccessOperations(PlatformState platform) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new OperationBehavior("updateUserAccess", Update)];

    private JsonArray Update(OperationCall call)
    {
        var (bots, developer, tables) = (
            call.Body.Flag("canCreateBot"),
            call.Body.Flag("isDeveloper"),
            call.Body.Flag("hasDataTableAndViewAccess")
        );
        if (bots == true && developer == false)
        {
            throw RefusalException.Forbidden("Bots cannot be created without access to the platform: canCreateBot needs isDeveloper.");
        }

        var mails = call.Body.Texts("emailIds");
        if (mails.FirstOrDefault(mail => !AccountDirectory.IsMail(mail) || platform.Account.FindByMail(mail) is null) is { } unknown)
        {
            throw RefusalException.BadRequest($"The mail address <<{unknown}>> is not valid or not of this account.");
        }

        foreach (var mail in mails)
        {
            platform.Account.Change(
                mail,
                user =>
                    user with
                    {
                        CanCreateBot = bots ?? user.CanCreateBot,
                        IsDeveloper = developer ?? user.IsDeveloper,
                        HasDataTableAndViewAccess = tables ?? user.HasDataTableAndViewAccess,
                    }
            );
        }

        platform.LogEvent("User Management", "Access changed", $"The access of {mails.Count} users was changed");
        return new JsonArray("SUCCESS");
    }
}
