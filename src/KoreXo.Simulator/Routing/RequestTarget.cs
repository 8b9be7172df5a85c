using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Routing;

/// <summary>The parsed target of a request line, as sent, before any normalization by a server.</summary>
internal sealed class RequestTarget
{
    private RequestTarget(string path, string query, IReadOnlyList<string> segments)
    {
        Path = path;
        Query = query;
        Segments = segments;
    }

    /// <summary>Gets the path as sent, still encoded.</summary>
    public string Path { get; }

    /// <summary>Gets the query as sent, without its question mark.</summary>
    public string Query { get; }

    /// <summary>Gets the segments of the path, each decoded once.</summary>
    public IReadOnlyList<string> Segments { get; }

    // A server resolves dot segments and decodes escapes before the application sees the path; here that would hide what is to be tested.
    // A client that forgets to escape "../admin" in an argument must be caught by the simulator instead of getting the response of
    // another operation.
    /// <exception cref="RefusalException">The path is malformed or has a dot segment.</exception>
    public static RequestTarget Parse(string target)
    {
        var origin = target.Split('#', 2)[0];
        if (!origin.StartsWith('/') && Uri.TryCreate(origin, UriKind.Absolute, out _))
        {
            // The absolute form, as sent to proxies, starts with scheme and host.
            var start = origin.IndexOfAny(['/', '?'], origin.IndexOf("//", StringComparison.Ordinal) + 2);
            origin =
                start < 0 ? "/"
                : origin[start] == '?' ? "/" + origin[start..]
                : origin[start..];
        }

        var mark = origin.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? origin : origin[..mark];
        var segments =
            path.TrimStart('/').Length == path.Length - 1
                ? path[1..].Split('/').Select(segment => Segment(segment)).ToList()
                : throw RefusalException.BadRequest($"The path '{path}' does not begin with one slash.");
        return new RequestTarget(path, mark < 0 ? "" : origin[(mark + 1)..], segments);
    }

    private static string Segment(string raw)
    {
        var text =
            PercentEncoding.Decode(raw) ?? throw RefusalException.BadRequest($"The path segment '{raw}' is not percent-encoded UTF-8.");
        return text is "." or ".." ? throw RefusalException.BadRequest($"The path segment '{raw}' is a dot segment.") : text;
    }
}
