namespace KoreXo.Simulator.Knowledge;

/// <summary>A node of a knowledge graph. The graphs of the simulator are two levels deep: the root, and nodes below it.</summary>
internal sealed record KnowledgeNode(string Id, string Label, bool IsRoot);
