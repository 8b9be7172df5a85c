using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Overlays;

/// <summary>A JSONPath (RFC 9535): segments, each of which continues from every value that the previous one selected.</summary>
internal sealed class JsonPathQuery(IReadOnlyList<JsonPathSegment> segments)
{
    /// <exception cref="FormatException">The text is not a JSONPath.</exception>
    public static JsonPathQuery Parse(string text) => new JsonPathParser(text).Query();

    /// <summary>Returns the values that the query selects, each once.</summary>
    public List<SpecMatch> Select(SpecNode root) => Select(root, root);

    public List<SpecMatch> Select(SpecNode root, SpecNode start)
    {
        var matches = new List<SpecMatch> { new(null, null, start) };
        foreach (var segment in segments)
        {
            var next = new List<SpecMatch>();
            foreach (var match in matches)
            {
                foreach (var node in segment.IsDeep ? Below(match.Node) : [match.Node])
                {
                    foreach (var selector in segment.Selectors)
                    {
                        next.AddRange(selector(root, node));
                    }
                }
            }

            matches = next;
        }

        var seen = new HashSet<(SpecNode?, string?, SpecNode)>();
        return matches.FindAll(match => seen.Add((match.Parent, match.Name, match.Node)));
    }

    private static List<SpecNode> Below(SpecNode start)
    {
        var found = new List<SpecNode> { start };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(found[i].Names.Select(name => found[i][name]!));
            found.AddRange(found[i].Items);
        }

        return found;
    }
}
