using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Account;

namespace KoreXo.Simulator.Behaviors.Admin;

/// <summary>Creates and updates users independently: some can fail while others succeed.</summary>
internal sealed class UserChangeOperations(PlatformState platform) : IOperationFamily
{
    private const string NoUser = "USER_NOT_FOUND";
    private readonly UserChangeReader _reader = new(platform);

    public IEnumerable<OperationBehavior> Behaviors =>
        [
            new OperationBehavior("createUsers", call => Each(call, Create, "created")),
            new OperationBehavior("updateUsers", call => Each(call, Update, "updated")),
        ];

    private JsonObject Each(OperationCall call, Func<JsonElement, string?> change, string done)
    {
        // The list of the platform is called failedUserDetails, yet it has an entry for every user, those that succeeded included. The cast
        // below selects JsonArray.Add(JsonNode); the generic overload would be the better match, but is not safe for trimming.
        var details = new JsonArray();
        var failures = 0;
        foreach (var user in call.Body.Items("users"))
        {
            var error = change(user);
            failures += error is null ? 0 : 1;
            details.Add((JsonNode)new JsonObject { ["userInfo"] = Outcome(user.GetProperty("userInfo"), error) });
        }

        platform.LogEvent("User Management", $"Users {done}", $"{details.Count - failures} users were {done}");
        return new JsonObject
        {
            ["msg"] = $"{details.Count - failures} of {details.Count} users {done}",
            ["failedUserDetails"] = details,
            ["moreAvailable"] = false,
            ["total"] = details.Count,
        };
    }

    private static JsonObject Outcome(JsonElement info, string? error)
    {
        var outcome = new JsonObject { ["emailId"] = info.Text("emailId") ?? "", ["firstName"] = info.Text("firstName") ?? "" };
        outcome["status"] = error is null ? "success" : "failure";
        if (error is not null)
        {
            outcome["reason"] = UserError.Reason(error);
        }

        return outcome;
    }

    /// <returns>The reason for the failure; null if there is none.</returns>
    private string? Create(JsonElement element)
    {
        var mail = element.GetProperty("userInfo").Text("emailId")!;
        if (!AccountDirectory.IsMail(mail))
        {
            return "INVALID_EMAIL";
        }

        var groups = element.Texts("groups");
        var roles = element.Items("roles");
        if (_reader.UnknownGroup(groups) is { } group)
        {
            return $"There is no group '{group}'";
        }

        if (_reader.UnknownGrant(roles) is { } unknown)
        {
            return $"There is no bot role or bot '{unknown}'";
        }

        var user = UserChangeReader.Apply(new SimulatedUser { Id = "u-" + platform.Ids.Groups(), Email = mail }, element) with
        {
            GroupIds = groups.ToImmutableSortedSet(StringComparer.Ordinal),
        };
        if (!platform.Account.TryAdd(user))
        {
            return "The user is in the account already";
        }

        foreach (var role in roles)
        {
            platform.Account.Assign(UserChangeReader.Grant(user, role));
        }

        return null;
    }

    /// <returns>The reason for the failure; null if there is none.</returns>
    private string? Update(JsonElement element)
    {
        var info = element.GetProperty("userInfo");
        var user =
            info.Text("emailId") is { } mail ? platform.Account.FindByMail(mail)
            : info.Text("orgUserId") is { } id ? platform.Account.FindByOrganizationId(id)
            : null;
        if (user is null)
        {
            return NoUser;
        }

        var (groups, roles) = (element.Member("groups") ?? default, element.Member("roles") ?? default);
        if (_reader.UnknownGroup(groups.Texts("addTo")) is { } group)
        {
            return $"There is no group '{group}'";
        }

        if (_reader.UnknownGrant(roles.Items("addTo")) is { } unknown)
        {
            return $"There is no bot role or bot '{unknown}'";
        }

        // All checks are above this line, so a user that is reported as failed is unchanged. Removals come first: a group, or below a role,
        // that is in both lists is one the user has afterwards.
        platform.Account.Change(
            user.Email,
            before =>
                UserChangeReader.Apply(before, element) with
                {
                    GroupIds = before
                        .GroupIds.Except(groups.Texts("removeFrom"), StringComparer.Ordinal)
                        .Concat(groups.Texts("addTo"))
                        .ToImmutableSortedSet(StringComparer.Ordinal),
                }
        );
        foreach (var role in roles.Items("removeFrom"))
        {
            platform.Account.Withdraw(UserChangeReader.Grant(user, role));
        }

        foreach (var role in roles.Items("addTo"))
        {
            platform.Account.Assign(UserChangeReader.Grant(user, role));
        }

        return null;
    }
}
