using System.Collections.Immutable;

namespace KoreXo.Analyzers.Requirements;

/// <summary>
/// A scope on one resource, such as a table, as one string, so that the sets of the analysis hold both kinds: <c>Read</c> is held on every
/// resource, and <c>Read</c> with a resource only there.
/// </summary>
internal static class ResourceScope
{
    /// <summary>The name that manifests have for every resource.</summary>
    public const string Everywhere = "*";

    // No scope of a catalog contains this character.
    private const char Mark = '\u0002';

    public static string Create(string scope, string? resource) => resource is null ? scope : scope + Mark + resource;

    /// <summary>Returns the scope without its resource.</summary>
    public static string Scope(string name) => name.IndexOf(Mark) is >= 0 and var at ? name.Substring(0, at) : name;

    /// <summary>Returns the resource; <see langword="null"/> for every resource.</summary>
    public static string? Resource(string name) => name.IndexOf(Mark) is >= 0 and var at ? name.Substring(at + 1) : null;

    /// <summary>Returns the resource that a name in a manifest or an attribute means; <see langword="null"/> for every resource.</summary>
    public static string? Named(string? resource) => resource is null or "" or Everywhere ? null : resource;

    /// <summary>Returns whether a scope is held, on its resource or on every resource.</summary>
    public static bool IsHeld(ImmutableHashSet<string> held, string name) =>
        held.Contains(name) || (name.IndexOf(Mark) >= 0 && held.Contains(Scope(name)));

    /// <summary>Returns what both sets hold: a scope on every resource is also one on each.</summary>
    public static ImmutableHashSet<string> Intersect(ImmutableHashSet<string> first, ImmutableHashSet<string> second)
    {
        var both = first.Intersect(second);
        return both.Union(OnResource(first).Where(name => IsHeld(second, name)))
            .Union(OnResource(second).Where(name => IsHeld(first, name)));
    }

    private static IEnumerable<string> OnResource(ImmutableHashSet<string> names) => names.Where(static name => name.IndexOf(Mark) >= 0);

    /// <summary>Formats a scope for a message: <c>'Read' on 'Contacts'</c>.</summary>
    public static string Quote(string name) => $"'{Scope(name)}'{On(Resource(name))}";

    /// <summary>Formats a resource as the end of a phrase: <c> on 'Contacts'</c>; empty for every resource.</summary>
    public static string On(string? resource) => resource is null ? "" : $" on '{resource}'";
}
