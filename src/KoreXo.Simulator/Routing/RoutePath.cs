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

    /// <summary>Returns the query parameters behind the path, with their values; an empty one allows any value.</summary>
    public static IReadOnlyDictionary<string, string> FixedQuery(string path) =>
        (path.Split('#', 2)[0].Split('?', 2) is [_, var query] ? QueryHelpers.ParseQuery(query) : []).ToDictionary(
            pair => pair.Key,
            pair => pair.Value.ToString() is var value && value.Contains('{', StringComparison.Ordinal) ? "" : value,
            StringComparer.Ordinal
        );

    public static bool IsParameter(string segment) =>
        segment.Length > 2 && segment[0] == '{' && segment.IndexOf('}', StringComparison.Ordinal) == segment.Length - 1;
}
