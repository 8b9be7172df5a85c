using KoreXo.OpenApi.Text;

namespace KoreXo.OpenApi.Overlays;

/// <summary>Parses the segments of a JSONPath.</summary>
internal sealed class JsonPathParser
{
    private readonly JsonPathText _text;
    private readonly JsonPathFilter _filter;

    public JsonPathParser(string text)
    {
        _text = new JsonPathText(text.Trim());
        _filter = new JsonPathFilter(_text, this);
    }

    public JsonPathQuery Query()
    {
        _text.Take("$");
        var query = Segments();
        return _text.IsAtEnd ? query : throw _text.Fault("the end, '.' or '[' is due");
    }

    /// <summary>Parses the segments after <c>$</c> or <c>@</c>.</summary>
    public JsonPathQuery Segments()
    {
        var segments = new List<JsonPathSegment>();
        while (true)
        {
            _text.SkipBlanks();
            if (_text.TryTake(".."))
            {
                segments.Add(new JsonPathSegment(true, _text.Next == '[' ? Bracketed() : [Shorthand()]));
            }
            else if (_text.TryTake("."))
            {
                segments.Add(new JsonPathSegment(false, [Shorthand()]));
            }
            else if (_text.Next == '[')
            {
                segments.Add(new JsonPathSegment(false, Bracketed()));
            }
            else
            {
                return new JsonPathQuery(segments);
            }
        }
    }

    private Func<SpecNode, SpecNode, IEnumerable<SpecMatch>> Shorthand()
    {
        if (_text.TryTake("*"))
        {
            return static (_, node) => Children(node);
        }

        var name = _text.Name();
        return (_, node) => Member(node, name);
    }

    private List<Func<SpecNode, SpecNode, IEnumerable<SpecMatch>>> Bracketed()
    {
        _text.Take("[");
        var selectors = new List<Func<SpecNode, SpecNode, IEnumerable<SpecMatch>>>();
        do
        {
            selectors.Add(Selector());
        } while (_text.TryTake(","));
        _text.Take("]");
        return selectors;
    }

    private Func<SpecNode, SpecNode, IEnumerable<SpecMatch>> Selector()
    {
        _text.SkipBlanks();
        if (_text.TryTake("*"))
        {
            return static (_, node) => Children(node);
        }

        if (_text.TryTake("?"))
        {
            var condition = _filter.Condition();
            return (root, node) => Children(node).Where(child => condition(root, child.Node));
        }

        if (_text.Next is '\'' or '"')
        {
            var name = _text.Quoted();
            return (_, node) => Member(node, name);
        }

        var hasStart = _text.TryInteger(out var start);
        if (!_text.TryTake(":"))
        {
            return hasStart ? (_, node) => Slice(node, start, start == -1 ? null : start + 1, 1) : throw _text.Fault("a selector is due");
        }

        var end = _text.TryInteger(out var last) ? last : (int?)null;
        var step = _text.TryTake(":") && _text.TryInteger(out var given) ? given : 1;
        return (_, node) => Slice(node, hasStart ? start : null, end, step);
    }

    private static IEnumerable<SpecMatch> Member(SpecNode node, string name) =>
        node[name] is { } value ? [new SpecMatch(node, name, value)] : [];

    private static List<SpecMatch> Children(SpecNode node) =>
        node
            .Names.Select(name => new SpecMatch(node, name, node[name]!))
            .Concat(node.Items.Select(item => new SpecMatch(node, null, item)))
            .ToList();

    private static List<SpecMatch> Slice(SpecNode node, int? start, int? end, int step)
    {
        var count = node.Items.Count;
        if (step == 0)
        {
            return [];
        }

        var matches = new List<SpecMatch>();
        if (step > 0)
        {
            for (var i = Math.Max(From(start ?? 0), 0); i < Math.Min(From(end ?? count), count); i += step)
            {
                matches.Add(new SpecMatch(node, null, node.Items[(int)i]));
            }
        }
        else
        {
            for (var i = Math.Min(From(start ?? (count - 1)), count - 1); i > (end is { } last ? From(last) : -1) && i >= 0; i += step)
            {
                matches.Add(new SpecMatch(node, null, node.Items[(int)i]));
            }
        }

        return matches;

        // Wide enough to add any step to any index.
        long From(int index) => index < 0 ? (long)count + index : index;
    }
}
