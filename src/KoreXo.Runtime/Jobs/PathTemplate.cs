namespace KoreXo.Runtime;

/// <summary>Parses path templates.</summary>
internal static class PathTemplate
{
    /// <summary>Gets the names of the parameters.</summary>
    public static List<string> Parameters(string template)
    {
        var names = new List<string>();
        for (var open = template.IndexOf('{', StringComparison.Ordinal); open != -1; open = template.IndexOf('{', open + 1))
        {
            names.Add(template[(open + 1)..template.IndexOf('}', open)]);
        }

        return names;
    }

    /// <summary>Fills in the parameters.</summary>
    public static void Fill(ref RequestAddress address, string template, IReadOnlyDictionary<string, JsonAny> values)
    {
        var rest = 0;
        for (var open = template.IndexOf('{', StringComparison.Ordinal); open != -1; open = template.IndexOf('{', open))
        {
            var close = template.IndexOf('}', open);
            var name = template[(open + 1)..close];
            address.Literal(template[rest..open]);
            address.Segment(values.TryGetValue($"path.{name}", out var value) ? value.ToString() : "", name);
            rest = open = close + 1;
        }

        address.Literal(template[rest..]);
    }
}
