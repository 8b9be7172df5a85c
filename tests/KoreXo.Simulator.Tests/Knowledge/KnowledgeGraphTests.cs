using KoreXo.Simulator.Knowledge;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Tests.Knowledge;

public sealed class KnowledgeGraphTests
{
    private readonly KnowledgeGraph _graph = new("Travel", new IdSource(1), new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_node_is_created_once_for_its_label_and_the_root_for_none()
    {
        var fees = _graph.NodeAt("Fees");

        Assert.Same(fees, _graph.NodeAt("Fees"));
        Assert.Same(_graph.NodeAt(null), _graph.NodeAt("Travel"));
        Assert.Equal([("Travel", true), ("Fees", false), ("fees", false)], Labels("fees"));

        IEnumerable<(string Label, bool IsRoot)> Labels(string more)
        {
            _graph.NodeAt(more);
            return _graph.Nodes.Select(node => (node.Label, node.IsRoot));
        }
    }

    [Theory]
    [InlineData(null, false, "a,b,c")]
    [InlineData("Travel", false, "a")]
    [InlineData("Travel", true, "a,b,c")]
    [InlineData("Fees", false, "b,c")]
    [InlineData("Fees", true, "b,c")]
    [InlineData("Empty", true, "")]
    public void Only_the_root_has_nodes_below_it(string? label, bool withBelow, string expected)
    {
        Add("a", null);
        Add("b", "Fees");
        Add("c", "Fees");

        var faqs = _graph.FaqsOf(label is null ? null : _graph.NodeAt(label), withBelow);

        Assert.Equal(expected, string.Join(',', faqs.Select(faq => faq.Question)));
    }

    [Fact]
    public void A_node_that_there_is_not_is_not_found()
    {
        var refusal = Assert.Throws<RefusalException>(() => _graph.Demand(node => node.Label == "none", "none"));

        Assert.Equal((404, "The knowledge graph has no node 'none'."), (refusal.Status, refusal.Message));
    }

    [Fact]
    public void An_extraction_counts_what_was_added_of_it()
    {
        var extraction = new Extraction("ke-1", "st-1", "en", "Fees")
        {
            Questions = [new ExtractedQuestion("qna-1", "Why?", "So.")],
            CreatedBy = "u-1",
            CreatedOn = _graph.CreatedOn,
        };

        extraction.CountAdded();
        extraction.CountAdded();

        Assert.Equal((2, null), (extraction.Added, extraction.File?.Name));
    }

    private void Add(string question, string? label)
    {
        var node = _graph.NodeAt(label);
        _graph.Add(new SimulatedFaq(question, "en", question, "", node.Label) { NodeId = node.Id });
    }
}
