using System.Collections.Immutable;

namespace KoreXo.Simulator;

/// <summary>A user of the simulated account, as he or she was at one moment.</summary>
public sealed record SimulatedUser
{
    internal SimulatedUser() { }

    /// <summary>The id of the user. It begins with <c>u-</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The mail address.</summary>
    public required string Email { get; init; }

    /// <summary>The id of the user in the organization; null when none was given.</summary>
    public string? OrganizationUserId { get; init; }

    /// <summary>The first name; may be empty.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>The last name; may be empty.</summary>
    public string LastName { get; init; } = "";

    /// <summary>Whether the user has activated the account. Users that a request creates have not.</summary>
    public bool IsActive { get; init; }

    /// <summary>Whether the user may create bots.</summary>
    public bool CanCreateBot { get; init; } = true;

    /// <summary>Whether the user may access the platform.</summary>
    public bool IsDeveloper { get; init; } = true;

    /// <summary>Whether the user may create data tables and views.</summary>
    public bool HasDataTableAndViewAccess { get; init; }

    /// <summary>The ids of the groups that the user belongs to.</summary>
    public IReadOnlySet<string> GroupIds { get; init; } = ImmutableSortedSet<string>.Empty;

    internal DateTimeOffset? LastLogin { get; init; }

    /// <summary>Shows the id, never the mail address.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;
}
