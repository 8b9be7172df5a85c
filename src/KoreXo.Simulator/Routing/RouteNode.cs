using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator.Routing;

/// <summary>A node in the tree of paths.</summary>
internal sealed class RouteNode
{
    public Dictionary<string, RouteNode> Literals { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the segments of which parameters are only a part, those with the most fixed characters first.</summary>
    public List<(SegmentTemplate Template, RouteNode Node)> Templates { get; } = [];

    public RouteNode? Parameter { get; set; }

    /// <summary>Gets the operations of the path that ends here, by HTTP method: one, or the variants of one.</summary>
    public Dictionary<string, List<ApiOperation>> Operations { get; } = new(StringComparer.Ordinal);
}
