namespace KoreXo.Conventions.Documentation;

/// <summary>A page that is moved takes its links along.</summary>
public sealed class LinkTests
{
    [Fact]
    public void Relative_links_lead_to_files() => Rule.Holds(
        "A relative link resolves:",
        Markdown.Files.SelectMany(static file => Markdown.RelativeLinks(Repository.Read(file)).Select(target => (File: file, Target: target))),
        static link => Path.Combine(Path.GetDirectoryName(Repository.PathOf(link.File))!, link.Target) is var path && (File.Exists(path) || Directory.Exists(path)),
        static link => $"{link.File}: {link.Target}");

    [Fact]
    public void Every_page_can_be_reached()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Follow("README.md", reached);
        Rule.Holds("A page in docs/ is linked from somewhere:", Repository.Files(".md", "docs"), reached.Contains, static file => file);
    }

    private static void Follow(string page, HashSet<string> reached)
    {
        if (!page.EndsWith(".md", StringComparison.Ordinal) || !reached.Add(page) || !File.Exists(Repository.PathOf(page)))
        {
            return;
        }

        foreach (var target in Markdown.RelativeLinks(Repository.Read(page)))
        {
            var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, target));
            Follow(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), reached);
        }
    }
}
