using System.Collections.Immutable;

namespace KoreXo.Simulator;

/// <summary>A snapshot of a user of the simulated account.</summary>
public sealed record SimulatedUser
{
    internal SimulatedUser() { }

    /// <summary>Gets the id of the user. It starts with <c>u-</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the email address.</summary>
    public required string Email { get; init; }

    /// <summary>Gets the id of the user in the organization; <see langword="null"/> if none was given.</summary>
    public string? OrganizationUserId { get; init; }

    /// <summary>Gets the first name; may be empty.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Gets the last name; may be empty.</summary>
    public string LastName { get; init; } = "";

    /// <summary>Gets a value indicating whether the user has activated the account. Users created by a request have not.</summary>
    public bool IsActive { get; init; }

    /// <summary>Gets a value indicating whether the user may create bots.</summary>
    public bool CanCreateBot { get; init; } = true;

    /// <summary>Gets a value indicating whether the user may access the platform.</summary>
    public bool IsDeveloper { get; init; } = true;

    /// <summary>Gets a value indicating whether the user may create data tables and views.</summary>
    public bool HasDataTableAndViewAccess { get; init; }

    /// <summary>Gets the ids of the user's groups.</summary>
    public IReadOnlySet<string> GroupIds { get; init; } = ImmutableSortedSet<string>.Empty;

    internal DateTimeOffset? LastLogin { get; init; }

    /// <summary>Returns the id, never the email address.</summary>
    /// <returns><see cref="Id"/>.</returns>
    public override string ToString() => Id;
}

/// <summary>A group of users of the simulated account.</summary>
/// <param name="Id">The id of the group. It starts with <c>e-</c>.</param>
/// <param name="Name">The name of the group.</param>
/// <param name="Description">What the group is for.</param>
public sealed record SimulatedGroup(string Id, string Name, string Description);
