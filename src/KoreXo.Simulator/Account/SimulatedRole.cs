using System.Text.Json;

namespace KoreXo.Simulator;

/// <summary>A role of the simulated account, as it was at one moment.</summary>
public sealed record SimulatedRole
{
    internal SimulatedRole() { }

    /// <summary>The id of the role.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is a role of bots or of administrators.</summary>
    public required RoleKind Kind { get; init; }

    /// <summary>The name of the role.</summary>
    public required string Name { get; init; }

    /// <summary>What the role is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>The permissions by their labels, as they stand on the wire: flags for administrators, lists of levels for bots.</summary>
    public IReadOnlyDictionary<string, JsonElement> Permissions { get; init; } =
        new Dictionary<string, JsonElement>(StringComparer.Ordinal);

    internal string ReferenceId => "ref-" + Id;

    internal DateTimeOffset CreatedOn { get; init; }
}
