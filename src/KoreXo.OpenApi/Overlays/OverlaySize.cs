using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Overlays;

/// <summary>Keeps a document that overlays change within the limits of one that is read.</summary>
/// <remarks>
/// <c>target: $..*, copy: $</c>, for example, puts the document into each of its values, and a few lines of that would fill all memory, or
/// nest deeper than later code can recurse. What updates add is summed up; the document itself is only measured when the sum exceeds a
/// limit.
/// </remarks>
internal sealed class OverlaySize(SpecNode root)
{
    private long _values = long.MaxValue;
    private int _depth;

    /// <summary>Checks whether the document stays within the limits, and records the update.</summary>
    /// <param name="update">What is added.</param>
    /// <param name="times">To how many values.</param>
    public bool TryAdd(SpecNode update, int times)
    {
        var (values, depth) = Measure(update);
        var added = (long)values * times;
        if (Exceeds(added, depth))
        {
            (_values, _depth) = Measure(root);
            if (Exceeds(added, depth))
            {
                return false;
            }
        }

        _values += added;
        _depth += depth;
        return true;
    }

    private bool Exceeds(long values, int depth) => _values > SpecText.MaxNodes - values || _depth > SpecText.MaxDepth - depth;

    private static (int Values, int Depth) Measure(SpecNode root)
    {
        var (values, depth) = (0, 0);
        var open = new Stack<(SpecNode Node, int Depth)>();
        open.Push((root, 1));
        while (open.Count > 0)
        {
            var (node, at) = open.Pop();
            values++;
            depth = Math.Max(depth, at);
            foreach (var name in node.Names)
            {
                open.Push((node[name]!, at + 1));
            }

            foreach (var item in node.Items)
            {
                open.Push((item, at + 1));
            }
        }

        return (values, depth);
    }
}
