namespace KoreXo.Simulator.Account;

/// <summary>The users, groups and roles of the account.</summary>
internal sealed class AccountDirectory
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, SimulatedUser> _users = new(StringComparer.OrdinalIgnoreCase);
    private readonly OrderedDictionary<string, SimulatedGroup> _groups = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, SimulatedRole> _roles = new(StringComparer.Ordinal);

    // Used as a set that keeps the order of insertion, in which lists are returned; the values mean nothing.
    private readonly OrderedDictionary<SimulatedRoleAssignment, bool> _assignments = [];

    public IReadOnlyList<SimulatedUser> Users => Locked(() => _users.Values.ToList());

    public IReadOnlyList<SimulatedGroup> Groups => Locked(() => _groups.Values.ToList());

    public IReadOnlyList<SimulatedRole> Roles => Locked(() => _roles.Values.ToList());

    public IReadOnlyList<SimulatedRoleAssignment> Assignments => Locked(() => _assignments.Keys.ToList());

    /// <summary>Returns whether a string has the form of an email address: one at sign, and a dot within the host.</summary>
    public static bool IsMail(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 2 } host]
        && host[1..^1].Contains('.', StringComparison.Ordinal)
        && !text.Any(char.IsWhiteSpace);

    public SimulatedUser? FindByMail(string mail) => Locked(() => _users.GetValueOrDefault(mail));

    public SimulatedUser? FindByOrganizationId(string id) =>
        Locked(() => _users.Values.FirstOrDefault(user => user.OrganizationUserId == id));

    public SimulatedGroup? FindGroup(string id) => Locked(() => _groups.GetValueOrDefault(id));

    public SimulatedGroup? FindGroupByName(string name) => Locked(() => _groups.Values.FirstOrDefault(group => group.Name == name));

    public SimulatedRole? FindRole(string id) => Locked(() => _roles.GetValueOrDefault(id));

    /// <summary>Adds a user; returns false if the email address is taken.</summary>
    public bool TryAdd(SimulatedUser user) => Locked(() => _users.TryAdd(user.Email, user));

    /// <summary>Changes a user, if the account still has it.</summary>
    public void Change(string mail, Func<SimulatedUser, SimulatedUser> change) =>
        Locked(() =>
        {
            if (_users.TryGetValue(mail, out var user))
            {
                _users[mail] = change(user);
            }

            return true;
        });

    /// <summary>Removes a user with all roles; returns false if the account no longer has the user.</summary>
    public bool Remove(SimulatedUser user) =>
        Locked(() =>
        {
            foreach (var assignment in _assignments.Keys.Where(assignment => assignment.UserId == user.Id).ToList())
            {
                _assignments.Remove(assignment);
            }

            return _users.TryGetValue(user.Email, out var present) && present.Id == user.Id && _users.Remove(user.Email);
        });

    public void Put(SimulatedGroup group) => Locked(() => _groups[group.Id] = group);

    public void Add(SimulatedRole role) => Locked(() => _roles[role.Id] = role);

    /// <summary>
    /// Adds a role, or replaces that of its kind and name, which keeps its id, to which assignments refer, and its time of creation.
    /// </summary>
    /// <returns>The role as it is now.</returns>
    public SimulatedRole Put(SimulatedRole role) =>
        Locked(() =>
        {
            var present = _roles.Values.FirstOrDefault(other => other.Kind == role.Kind && other.Name == role.Name);
            return _roles[present?.Id ?? role.Id] = present is null ? role : role with { Id = present.Id, CreatedOn = present.CreatedOn };
        });

    public void Assign(SimulatedRoleAssignment assignment) => Locked(() => _assignments.TryAdd(assignment, value: true));

    public void Withdraw(SimulatedRoleAssignment assignment) => Locked(() => _assignments.Remove(assignment));

    /// <summary>Returns the roles of a user, each with the groups that grant it.</summary>
    public IReadOnlyList<HeldRole> RolesOf(SimulatedUser user, RoleKind kind) =>
        Locked(() =>
            _assignments
                .Keys.Where(assignment =>
                    assignment.UserId == user.Id || (assignment.GroupId is { } group && user.GroupIds.Contains(group))
                )
                // A role can reach a user in several ways: directly, and through two groups, say. That is one role held through two groups;
                // the direct assignment has no group and adds none to the list.
                .GroupBy(assignment => (assignment.RoleId, assignment.BotId))
                .Where(held => _roles.TryGetValue(held.Key.RoleId, out var role) && role.Kind == kind)
                .Select(held => new HeldRole(
                    _roles[held.Key.RoleId],
                    held.Key.BotId,
                    [.. held.Select(assignment => assignment.GroupId).OfType<string>()]
                ))
                .ToList()
        );

    private T Locked<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }
}

/// <summary>A role of a user, in a bot or in the account, and the groups that grant it.</summary>
internal sealed record HeldRole(SimulatedRole Role, string? BotId, IReadOnlyList<string> GroupIds);
