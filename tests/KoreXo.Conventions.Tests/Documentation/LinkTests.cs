namespace KoreXo.Conventions.Documentation;

/// <summary>A page that is moved takes its links along.</summary>
public sealed class LinkTests
{
    [Fact]
    public void Relative_links_lead_to_files() =>
        Rule.Holds(
            "A relative link resolves:",
            Markdown.Files.SelectMany(static file =>
                Markdown.RelativeLinks(Repository.Read(file)).Select(target => (File: file, Target: target))
            ),
            static link =>
                Path.Combine(Path.GetDirectoryName(Repository.PathOf(link.File))!, link.Target) is var path
                && (File.Exists(path) || Directory.Exists(path)),
            static link => $"{link.File}: {link.Target}"
        );

    /// <summary>See decision 0029: who owns such an address one day decides what our readers read.</summary>
    [Fact]
    public void No_page_leads_to_an_address_that_nobody_owns() =>
        Rule.Holds(
            "A page links to files, not to where they may be published one day:",
            Markdown.Files.Where(static file => !file.StartsWith("docs/decisions/", StringComparison.Ordinal)),
            static file => !Repository.Read(file).Contains("github.com/korexo", StringComparison.Ordinal),
            static file => file
        );

    [Fact]
    public void Anchors_are_headings() =>
        Rule.Holds(
            "The place on a page that a link names is there:",
            Markdown.Files.SelectMany(static file =>
                Markdown.Anchors(Repository.Read(file)).Select(link => (File: file, link.Target, link.Anchor))
            ),
            static link => Markdown.Headings(Repository.Read(ResolvePage(link.File, link.Target))).Contains(link.Anchor),
            static link => $"{link.File}: {link.Target}#{link.Anchor}"
        );

    [Fact]
    public void Every_package_has_a_page_that_says_how_to_install_it_and_leads_on() =>
        Rule.Holds(
            "A package's page has a heading 'Install', or says what brings it, and links:",
            Repository.Files("README.md", "src", "generator", "analyzers"),
            static file =>
                Repository.Read(file) is var page
                && (page.Contains("## Install", StringComparison.Ordinal) || page.Contains("bring", StringComparison.Ordinal))
                && Markdown.RelativeLinks(page).Count() >= 2,
            static file => file
        );

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

    private static string ResolvePage(string file, string target) =>
        target.Length == 0
            ? file
            : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(file))!, target)))
                .Replace('\\', '/');
}
