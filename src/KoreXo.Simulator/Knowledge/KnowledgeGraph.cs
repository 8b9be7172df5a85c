using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Knowledge;

/// <summary>The knowledge task of a bot in one language: its nodes and FAQs.</summary>
internal sealed class KnowledgeGraph(string botName, IdSource ids, DateTimeOffset createdOn)
{
    private readonly Lock _gate = new();
    private readonly List<KnowledgeNode> _nodes = [new KnowledgeNode(ids.Digits(), botName, IsRoot: true)];
    private readonly List<SimulatedFaq> _faqs = [];

    public string TaskId { get; } = ids.Digits();

    public DateTimeOffset CreatedOn { get; } = createdOn;

    /// <summary>Gets the nodes, starting with the root.</summary>
    public IReadOnlyList<KnowledgeNode> Nodes
    {
        get
        {
            lock (_gate)
            {
                return [.. _nodes];
            }
        }
    }

    public IReadOnlyList<SimulatedFaq> Faqs
    {
        get
        {
            lock (_gate)
            {
                return [.. _faqs];
            }
        }
    }

    /// <summary>Returns the node with a label, which is created below the root if needed; without a label, the root.</summary>
    public KnowledgeNode NodeAt(string? label)
    {
        lock (_gate)
        {
            if (label is null)
            {
                return _nodes[0];
            }

            if (_nodes.Find(node => node.Label == label) is not { } known)
            {
                _nodes.Add(known = new KnowledgeNode(ids.Digits(), label, IsRoot: false));
            }

            return known;
        }
    }

    public void Add(SimulatedFaq faq)
    {
        lock (_gate)
        {
            _faqs.Add(faq);
        }
    }

    // The graph has two levels, so only the root has nodes below it.
    /// <summary>Returns the FAQs of a node, optionally with those of all nodes below it.</summary>
    public IReadOnlyList<SimulatedFaq> FaqsOf(KnowledgeNode? node, bool withBelow) =>
        node is null || (node.IsRoot && withBelow) ? Faqs : [.. Faqs.Where(faq => faq.NodeId == node.Id)];

    /// <exception cref="RefusalException">404: the node does not exist.</exception>
    public KnowledgeNode Demand(Func<KnowledgeNode, bool> condition, string name) =>
        Nodes.FirstOrDefault(condition) ?? throw RefusalException.NotFound($"The knowledge graph has no node '{name}'.");
}

/// <summary>A node of a knowledge graph. The graphs of the simulator are two levels deep: the root, and nodes below it.</summary>
internal sealed record KnowledgeNode(string Id, string Label, bool IsRoot);
