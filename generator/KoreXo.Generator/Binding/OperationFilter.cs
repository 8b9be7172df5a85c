using KoreXo.Generator.Options;

namespace KoreXo.Generator.Binding;

/// <summary>Selects operations of a document by id, where <c>*</c> matches anything, or by tag.</summary>
internal sealed class OperationFilter(DocumentOptions options)
{
    private readonly HashSet<string> _matched = new(StringComparer.Ordinal);

    /// <summary>Returns a key for a pattern or tag that includes its setting, since the same word may be in both.</summary>
    public static string Key(string setting, string pattern) => setting + " " + pattern;

    /// <summary>Gets the keys of the patterns and tags that selected something.</summary>
    public IEnumerable<string> Matched => _matched;

    public List<OperationSite> Apply(List<OperationSite> sites)
    {
        if (options.Operations.Count == 0 && options.Tags.Count == 0)
        {
            return sites;
        }

        var chosen = new HashSet<string>(sites.Where(IsWanted).Select(static site => site.Id), StringComparer.Ordinal);

        // A job cannot be waited for without its status call.
        chosen.UnionWith(
            sites.Where(site => chosen.Contains(site.Id)).Select(static site => site.StatusOperationId).OfType<string>().ToList()
        );
        return sites.FindAll(site => chosen.Contains(site.Id));
    }

    /// <summary>Returns whether the id or a tag is selected, or everything is.</summary>
    public bool Selects(string id, IEnumerable<string> tags) =>
        (options.Operations.Count == 0 && options.Tags.Count == 0) || IsWanted(id, tags);

    private bool IsWanted(OperationSite site) => IsWanted(site.Id, site.Tags);

    private bool IsWanted(string id, IEnumerable<string> tags)
    {
        var wanted = false;
        foreach (var pattern in options.Operations.Where(pattern => Matches(pattern, id)))
        {
            wanted = true;
            _matched.Add(Key(nameof(options.Operations), pattern));
        }

        foreach (var tag in options.Tags.Where(tag => tags.Contains(tag, StringComparer.Ordinal)))
        {
            wanted = true;
            _matched.Add(Key(nameof(options.Tags), tag));
        }

        return wanted;
    }

    private static bool Matches(string pattern, string id)
    {
        var pieces = pattern.Split('*');
        if (pieces.Length == 1)
        {
            return pattern == id;
        }

        if (!id.StartsWith(pieces[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length - 1; i++)
        {
            var found = id.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + pieces[i].Length;
        }

        var last = pieces[pieces.Length - 1];
        return id.Length >= at + last.Length && id.EndsWith(last, StringComparison.Ordinal);
    }
}
