using System.Text.Json;
using KoreXo.Simulator.Account;

namespace KoreXo.Simulator;

/// <content>The users, groups and roles of the account, and its logs.</content>
public sealed partial class XoSimulator
{
    /// <summary>The users of the account at this moment, in the order in which they came.</summary>
    public IReadOnlyList<SimulatedUser> Users => _state.Account.Users;

    /// <summary>The groups of the account at this moment.</summary>
    public IReadOnlyList<SimulatedGroup> Groups => _state.Account.Groups;

    /// <summary>The roles of the account at this moment.</summary>
    public IReadOnlyList<SimulatedRole> Roles => _state.Account.Roles;

    /// <summary>Who has which role at this moment.</summary>
    public IReadOnlyList<SimulatedRoleAssignment> RoleAssignments => _state.Account.Assignments;

    /// <summary>Adds a user who is active and may do everything.</summary>
    /// <param name="email">The mail address.</param>
    /// <param name="organizationUserId">The id of the user in the organization, if there is one.</param>
    /// <param name="firstName">The first name.</param>
    /// <param name="lastName">The last name.</param>
    /// <returns>The user.</returns>
    /// <exception cref="ArgumentException">The mail address is none, or taken.</exception>
    public SimulatedUser AddUser(string email, string? organizationUserId = null, string firstName = "", string lastName = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(email);
        var user = new SimulatedUser
        {
            Id = "u-" + _state.Ids.Groups(),
            Email = email,
            OrganizationUserId = organizationUserId,
            FirstName = firstName,
            LastName = lastName,
            IsActive = true,
            LastLogin = _state.Now,
        };
        return AccountDirectory.IsMail(email) && _state.Account.TryAdd(user)
            ? user
            : throw new ArgumentException("The mail address is none, or taken.", nameof(email));
    }

    /// <summary>Adds a group without members.</summary>
    /// <param name="name">The name of the group.</param>
    /// <param name="description">What the group is for.</param>
    /// <returns>The group.</returns>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public SimulatedGroup AddGroup(string name, string description = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (_state.Account.FindGroupByName(name) is not null)
        {
            throw new ArgumentException($"There is already a group '{name}'.", nameof(name));
        }

        var group = new SimulatedGroup("e-" + _state.Ids.Groups(), name, description);
        _state.Account.Put(group);
        return group;
    }

    /// <summary>Adds a role.</summary>
    /// <param name="kind">Whether it is a role of bots or of administrators.</param>
    /// <param name="name">The name of the role.</param>
    /// <param name="permissions">The labels of the permissions that it has in full.</param>
    /// <returns>The role.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public SimulatedRole AddRole(RoleKind kind, string name, params IEnumerable<string> permissions)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(permissions);
        var value = kind == RoleKind.Bot ? JsonElement.Parse("""["FULL"]""") : JsonElement.Parse("\"YES\"");
        var role = new SimulatedRole
        {
            Id = _state.Ids.Digits(),
            Kind = kind,
            Name = name,
            Permissions = permissions.ToDictionary(label => label, _ => value, StringComparer.Ordinal),
            CreatedOn = _state.Now,
        };
        _state.Account.Put(role);
        return role;
    }

    /// <summary>Makes up entries of the audit log, one a minute up to now.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>The entries, the earliest first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its range.</exception>
    public IReadOnlyList<SimulatedAuditEntry> SeedAuditLog(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var now = _state.Now;
        var entries = Enumerable
            .Range(0, count)
            .Select(index => new SimulatedAuditEntry(
                _state.Ids.Digits(),
                "Login/Logout",
                "Login",
                $"Sign-in number {index + 1}",
                now - TimeSpan.FromMinutes(count - 1 - index)
            ))
            .ToList();
        _state.Audit.Add(entries);
        return entries;
    }

    /// <summary>Makes up entries of the change log of a bot, spread over its life.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>The entries, the earliest first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is out of its range.</exception>
    public IReadOnlyList<SimulatedChange> SeedChanges(SimulatedBot bot, int count)
    {
        ArgumentNullException.ThrowIfNull(bot);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var pace = (_state.Now - bot.CreatedOn) / count;
        var entries = Enumerable
            .Range(1, count)
            .Select(number => new SimulatedChange(
                _state.Ids.Digits(),
                bot.Id,
                bot.OwnerId,
                "dialog",
                $"Change number {number}",
                bot.CreatedOn + (pace * number)
            ))
            .ToList();
        _state.Changes.Add(entries);
        return entries;
    }
}
