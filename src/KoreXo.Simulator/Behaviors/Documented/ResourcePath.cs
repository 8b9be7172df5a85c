using KoreXo.Simulator.Routing;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>
/// The path of an operation as a place in a tree of resources: names of parameters and endings such as <c>.json</c> do not count.
/// </summary>
internal sealed class ResourcePath
{
    private const string Parameter = "{}";

    private ResourcePath(IReadOnlyList<string> segments, IReadOnlyList<string?> names)
    {
        Segments = segments;
        Names = names;
    }

    /// <summary>Gets the segments, with <c>{}</c> for each parameter.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>Gets the name of the parameter of each segment; null for the others.</summary>
    public IReadOnlyList<string?> Names { get; }

    public string Key => "/" + string.Join('/', Segments);

    /// <summary>Gets a value indicating whether the path ends with a parameter, and so means one of a collection.</summary>
    public bool IsItem => Segments.Count > 1 && Segments[^1] == Parameter;

    public ResourcePath Parent => new([.. Segments.SkipLast(1)], [.. Names.SkipLast(1)]);

    /// <summary>Returns the path; null if a parameter is between other characters, so that it is no resource of its own.</summary>
    public static ResourcePath? From(string path)
    {
        var segments = new List<string>();
        var names = new List<string?>();
        foreach (var segment in RoutePath.Segments(path.TrimEnd('/')).Select(WithoutEnding))
        {
            var isParameter = RoutePath.IsParameter(segment);
            if (!isParameter && segment.Contains('{', StringComparison.Ordinal))
            {
                return null;
            }

            segments.Add(isParameter ? Parameter : segment);
            names.Add(isParameter ? segment[1..^1] : null);
        }

        return new ResourcePath(segments, names);
    }

    /// <summary>Returns the place that a request means, which is unique for its values.</summary>
    /// <param name="values">The values of the parameters, by name.</param>
    /// <param name="length">The number of segments.</param>
    public string Place(IReadOnlyDictionary<string, string> values, int length) =>
        "/"
        + string.Join('/', Names.Take(length).Select((name, index) => name is null ? Segments[index] : Uri.EscapeDataString(values[name])));

    /// <summary>Returns the ends of all items that the path goes through: of <c>/a/{x}/b/{y}/c</c> those behind x and y.</summary>
    public IEnumerable<int> Items => Enumerable.Range(1, Segments.Count).Where(length => length > 1 && Segments[length - 1] == Parameter);

    private static string WithoutEnding(string segment) =>
        segment.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? segment[..^".json".Length] : segment;
}
