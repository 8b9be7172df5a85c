using System.Globalization;
using System.Text.RegularExpressions;
using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Tests.Documentation;

/// <summary>Each rule has a page that is right (M-01): its examples are analyzed.</summary>
public sealed partial class RulePageTests
{
    private static readonly string[] Sections = ["Cause", "Why", "Non-compliant", "Compliant", "Configuration", "How to suppress"];

    private static readonly string[] AllIds = [.. new ScopeAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id)];

    public static TheoryData<string> Ids { get; } = new(AllIds);

    [Fact]
    public void Pages_and_rules_are_the_same() =>
        Assert.Equal(
            AllIds.Order(StringComparer.Ordinal),
            Directory
                .EnumerateFiles(RepositoryFiles.PathOf("docs/rules"), "KXO1*.md")
                .Select(static file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_tells_title_severity_and_all_sections(string id)
    {
        var (rule, page) = (Rule(id), Page(id));

        Assert.StartsWith($"# {id}: {rule.Title}\n\nSeverity: {Severity(rule)}. Category: ApiScopes.\n", page, StringComparison.Ordinal);
        Assert.Equal(
            Sections,
            page.Split('\n').Where(static line => line.StartsWith("## ", StringComparison.Ordinal)).Select(static line => line[3..])
        );
        Assert.Contains(
            $"| [{id}]({id}.md) | {rule.Title} | {Severity(rule)} |\n",
            RepositoryFiles.Read("docs/rules/README.md"),
            StringComparison.Ordinal
        );
        Assert.Contains(id, Section(page, "How to suppress") + Section(page, "Configuration"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Message_ends_with_how_to_read_the_page(string id)
    {
        Assert.Empty(Rule(id).HelpLinkUri);
        Assert.EndsWith($" (korexo explain {id})", Rule(id).MessageFormat.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_is_in_the_release_notes_once(string id)
    {
        var rule = Rule(id);
        var severity = rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled";
        var lines = new[] { "Shipped", "Unshipped" }.SelectMany(static kind =>
            RepositoryFiles.Read($"analyzers/KoreXo.Analyzers/AnalyzerReleases.{kind}.md").Split('\n')
        );

        Assert.Single(lines, $"{id} | ApiScopes | {severity} | {rule.Title}");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rules_that_need_the_whole_project_are_marked_so(string id) =>
        Assert.Equal(
            string.CompareOrdinal(id, "KXO1020") >= 0,
            Rule(id).CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd, StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Non_compliant_example_gives_this_finding_alone(string id)
    {
        // The pages have no marks.
        var found = await Analyses.RunAsync(await Example(id, "Non-compliant").OpenAsync());

        Assert.Equal([id], found.Select(static diagnostic => diagnostic.Id).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public Task Compliant_example_gives_none(string id) => Example(id, "Compliant").RunAsync();

    [Fact]
    public void Sample_configuration_names_rules_that_exist()
    {
        var named = RepositoryFiles
            .Read("docs/samples/scopes.globalconfig")
            .Split('\n')
            .Where(static line => line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal))
            .Select(static line => line.Split('.')[1])
            .ToList();

        Assert.NotEmpty(named);
        Assert.Subset(AllIds.ToHashSet(StringComparer.Ordinal), named.ToHashSet(StringComparer.Ordinal));
    }

    private static ScopeAnalyzerTest Example(string id, string section)
    {
        var text = Section(Page(id), section);
        var test = new ScopeAnalyzerTest();
        var app = test.TestState;
        app.OutputKind = id is "KXO1008" or "KXO1021" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        app.Sources.Add("global using System.Threading.Tasks;");
        app.AdditionalFiles.AddRange(Manifests(text));
        AddLibraries(app);

        // The code of this page is the library, the manifest that of an app which references it.
        var project = id == "KXO1010" ? app.AdditionalProjects["Library"] : app;
        foreach (var code in Blocks(text, "csharp"))
        {
            project.Sources.Add(code);
        }

        if (project != app)
        {
            AddLibraries(project);
            app.AdditionalProjectReferences.Add(project.Name);
        }

        if (id == "KXO1009")
        {
            app.AnalyzerConfigFiles.Add(("/.editorconfig", string.Concat(Blocks(Section(Page(id), "Configuration"), "ini"))));
        }

        return test;
    }

    private static void AddLibraries(ProjectState project)
    {
        project.AdditionalReferences.Add(Library("KoreXo.dll"));
        project.AdditionalReferences.Add(Library("KoreXo.Runtime.dll"));
    }

    private static PortableExecutableReference Library(string file) =>
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file));

    private static DiagnosticDescriptor Rule(string id) => new ScopeAnalyzer().SupportedDiagnostics.Single(rule => rule.Id == id);

    private static string Page(string id) => RepositoryFiles.Read($"docs/rules/{id}.md");

    private static string Section(string page, string name) =>
        page.Split("\n## ").Single(part => part.StartsWith(name + "\n", StringComparison.Ordinal));

    private static IEnumerable<string> Blocks(string text, string language) =>
        text.Split($"```{language}\n").Skip(1).Select(static part => part[..part.IndexOf("```", StringComparison.Ordinal)]);

    private static IEnumerable<(string Path, SourceText Text)> Manifests(string text) =>
        Manifest().Matches(text).Select(static match => (match.Groups["name"].Value, SourceText.From(match.Groups["text"].Value)));

    [GeneratedRegex(
        @"`(?<name>[^`\n]+)`[^`\n]*:\n\n```json\n(?<text>.*?)```",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Manifest();

    private static string Severity(DiagnosticDescriptor rule) =>
        rule.DefaultSeverity.ToString().ToLowerInvariant() + (rule.IsEnabledByDefault ? "" : " (off by default)");
}
