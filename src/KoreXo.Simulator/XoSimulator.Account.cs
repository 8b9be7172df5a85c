using System.Text.Json;
using KoreXo.Simulator.Account;

namespace KoreXo.Simulator;

/// <content>The users, groups and roles of the account, and its logs.</content>
public sealed partial class XoSimulator
{
    /// <summary>Gets a snapshot of the users of the account, in the order in which they were added.</summary>
    public IReadOnlyList<SimulatedUser> Users => _state.Account.Users;

    /// <summary>Gets a snapshot of the groups of the account.</summary>
    public IReadOnlyList<SimulatedGroup> Groups => _state.Account.Groups;

    /// <summary>Gets a snapshot of the roles of the account.</summary>
    public IReadOnlyList<SimulatedRole> Roles => _state.Account.Roles;

    /// <summary>Gets a snapshot of the role assignments.</summary>
    public IReadOnlyList<SimulatedRoleAssignment> RoleAssignments => _state.Account.Assignments;

    /// <summary>Adds an active user with all access rights.</summary>
    /// <param name="email">The email address.</param>
    /// <param name="organizationUserId">The id of the user in the organization, if any.</param>
    /// <param name="firstName">The first name.</param>
    /// <param name="lastName">The last name.</param>
    /// <returns>The user.</returns>
    /// <exception cref="ArgumentException">The email address is invalid or taken.</exception>
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
            : throw new ArgumentException("The email address is invalid or taken.", nameof(email));
    }

    /// <summary>Adds a group without members.</summary>
    /// <param name="name">The name of the group.</param>
    /// <param name="description">The description.</param>
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
    /// <param name="kind">The kind of role.</param>
    /// <param name="name">The name of the role.</param>
    /// <param name="permissions">The labels of the permissions to grant in full.</param>
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
        _state.Account.Add(role);
        return role;
    }

    /// <summary>Generates audit log entries, one per minute up to now.</summary>
    /// <param name="count">The number of entries, at least 1.</param>
    /// <returns>The entries, earliest first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
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

    /// <summary>Generates entries of a bot's change log, spread over its lifetime.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="count">The number of entries, at least 1.</param>
    /// <returns>The entries, earliest first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is less than 1.</exception>
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
