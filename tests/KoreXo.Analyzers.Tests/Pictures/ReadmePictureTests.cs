using System.Globalization;
using KoreXo.Analyzers.Tests.Testing;
using KoreXo.Testing.Pictures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Tests.Pictures;

/// <summary>
/// The picture in the README is drawn from what an editor gets: sample 06, the real SDK, the real rule and its first fix.
/// </summary>
public sealed class ReadmePictureTests
{
    private const string Sample = "samples/06-MissingScope";
    private const string Code = "NightlyReport.cs";
    private const string Manifest = "travel.scopes.json";
    private const string Picture = "docs/images/missing-scope.svg";

    [Fact]
    public async Task The_picture_shows_what_an_editor_shows()
    {
        var committed = new CommittedPicture(RepositoryFiles.PathOf(Picture), "KoreXo.Analyzers.Tests", nameof(ReadmePictureTests));

        await committed.ShowsAsync(await DrawAsync());
    }

    [Fact]
    public async Task The_readme_says_in_words_what_the_picture_shows()
    {
        var first = (await FindAsync(await OpenAsync()))[0];

        Assert.Contains(
            $"![warning {first.Id}: {first.GetMessage(CultureInfo.InvariantCulture)}]({Picture})",
            RepositoryFiles.Read("README.md"),
            StringComparison.Ordinal
        );
    }

    private static Task<Project> OpenAsync()
    {
        var test = new ScopeAnalyzerTest
        {
            TestState =
            {
                OutputKind = OutputKind.ConsoleApplication,
                Sources =
                {
                    (Code, RepositoryFiles.Read($"{Sample}/{Code}")),
                    ("Program.cs", RepositoryFiles.Read($"{Sample}/Program.cs")),
                    (
                        "Usings.cs",
                        "global using System; global using System.IO; global using System.Threading; global using System.Threading.Tasks;"
                    ),
                },
                AdditionalFiles = { (Manifest, RepositoryFiles.Read($"{Sample}/{Manifest}")) },
                AdditionalReferences = { Reference("KoreXo.dll"), Reference("KoreXo.Runtime.dll") },
            },
        };
        return test.OpenAsync();
    }

    private static async Task<IReadOnlyList<Diagnostic>> FindAsync(Project project) =>
        [
            .. (await Analyses.RunAsync(project))
                .Where(static diagnostic => diagnostic.Id == "KXO1001")
                .OrderBy(static diagnostic => diagnostic.Location.SourceSpan),
        ];

    private static async Task<string> DrawAsync()
    {
        var project = await OpenAsync();
        var found = await FindAsync(project);
        var document = project.GetDocument(found[0].Location.SourceTree)!;
        var text = await document.GetTextAsync();
        var offered = await OfferedFixes.GetAsync(project, found[0]);

        // The comment above the first finding, to the line of the last one.
        var lines = text
            .Lines.Where(line => line.LineNumber >= LineOf(text, found[0]) - 1 && line.LineNumber <= LineOf(text, found[^1]))
            .ToList();
        var shown = TextSpan.FromBounds(lines[0].Start, lines[^1].End);
        var colors = (await Classifier.GetClassifiedSpansAsync(document, shown))
            .Where(static span => !ClassificationTypeNames.AdditiveTypeNames.Contains(span.ClassificationType))
            .ToList();
        return new EditorPicture(document.Name, lines, colors, found).Draw(offered[0].Title);
    }

    private static int LineOf(SourceText text, Diagnostic diagnostic) =>
        text.Lines.GetLineFromPosition(diagnostic.Location.SourceSpan.Start).LineNumber;

    private static PortableExecutableReference Reference(string file) =>
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file));
}
