using KoreXo.Simulator.Documents;
using NJsonSchema;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>A kind of resource that a document lets callers create: a collection and its items.</summary>
/// <param name="Collection">The place of the collection.</param>
/// <param name="Path">The path of the collection in the document, for people.</param>
/// <param name="Schema">The schema of an item.</param>
/// <param name="IdMember">The member of an item with its id.</param>
internal sealed record Resource(ResourcePath Collection, string Path, JsonSchema Schema, string IdMember)
{
    /// <summary>Gets what the operations on the resource do.</summary>
    public required IReadOnlyDictionary<ApiOperation, SimulatedEffect> Effects { get; init; }
}
