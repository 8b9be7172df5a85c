using System.Text.Json;

namespace KoreXo.Simulator;

/// <summary>A snapshot of a role of the simulated account.</summary>
public sealed record SimulatedRole
{
    internal SimulatedRole() { }

    /// <summary>Gets the id of the role.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the kind of the role.</summary>
    public required RoleKind Kind { get; init; }

    /// <summary>Gets the name of the role.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the description.</summary>
    public string Description { get; init; } = "";

    /// <summary>Gets the permissions by label, as they are on the wire: flags for administrators, lists of levels for bots.</summary>
    public IReadOnlyDictionary<string, JsonElement> Permissions { get; init; } =
        new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    internal string ReferenceId => "ref-" + Id;

    internal DateTimeOffset CreatedOn { get; init; }
}

/// <summary>The kinds of roles in an account.</summary>
public enum RoleKind
{
    /// <summary>A role in bots; <c>bot</c> on the wire.</summary>
    Bot,

    /// <summary>A role of administrators; <c>admin</c> on the wire.</summary>
    Admin,
}

/// <summary>The assignment of a role to a user or to all users of a group.</summary>
/// <param name="RoleId">The id of the role.</param>
/// <param name="BotId">The id of the bot in which the role applies; <see langword="null"/> for administrator roles.</param>
/// <param name="UserId">The id of the user; <see langword="null"/> if the role is assigned to a group.</param>
/// <param name="GroupId">The id of the group; <see langword="null"/> if the role is assigned to a user.</param>
public sealed record SimulatedRoleAssignment(string RoleId, string? BotId, string? UserId, string? GroupId);
