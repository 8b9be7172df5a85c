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
