using Microsoft.AspNetCore.WebUtilities;

namespace KoreXo.Simulator.Routing;

/// <summary>
/// The path of an operation. Some documents distinguish operations of one path by a fragment or a query behind it, neither of which is a
/// part of a path.
/// </summary>
internal static class RoutePath
{
    public static IReadOnlyList<string> Segments(string path) => Bare(path).TrimStart('/').Split('/');

    /// <summary>Returns the path without what is behind it.</summary>
    public static string Bare(string path) => path.Split('#', 2)[0].Split('?', 2)[0];

    /// <summary>Returns the names of the query parameters behind the path.</summary>
    public static IEnumerable<string> FixedQuery(string path) =>
        path.Split('#', 2)[0].Split('?', 2) is [_, var query] ? QueryHelpers.ParseQuery(query).Keys : [];

    public static bool IsParameter(string segment) =>
        segment.Length > 2 && segment[0] == '{' && segment.IndexOf('}', StringComparison.Ordinal) == segment.Length - 1;
}
