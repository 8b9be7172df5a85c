using System.Collections.Immutable;
using System.Globalization;
using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace KoreXo.Analyzers.Tests.Cases;

public sealed class CaseTests
{
    public static TheoryData<string, string> All
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var test in CaseFile.Cases)
            {
                data.Add(test.Id, "source");
                data.Add(test.Id, "reference");
            }

            return data;
        }
    }

    [Fact]
    public void Every_case_of_the_files_is_read()
    {
        var headings = CaseFile.Files.Sum(static file => File.ReadAllText(file).Split("\n### SC-").Length - 1);

        Assert.NotEqual(0, headings);
        Assert.Equal(headings, CaseFile.Cases.Count);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Case_holds(string id, string sdk)
    {
        var test = CaseFile.Cases.Single(candidate => candidate.Id == id);
        var projects = CaseProjects.Create(test, sdkAsReference: sdk == "reference");
        using var solution = new TestSolution(projects);
        var found = new List<Diagnostic>();
        foreach (var project in projects)
        {
            var diagnostics = await solution.AnalyzeAsync(project.Name);
            found.AddRange(diagnostics);
            VerifyMarks(test, project, diagnostics);
        }

        VerifyWords(test, found);
        foreach (var fence in test.Fences.Where(static fence => fence["fixed"] is not null))
        {
            await VerifyFixAsync(test, fence, solution.Solution, found);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Case_holds_with_its_receivers_in_parentheses(string id, string sdk)
    {
        var test = CaseFile.Cases.Single(candidate => candidate.Id == id);
        var projects = CaseProjects.Create(test, sdkAsReference: sdk == "reference");
        using var before = new TestSolution(projects);
        var count = 0;
        var moved = new List<TestProject>();
        foreach (var project in projects)
        {
            var files = new List<TestFile>();
            foreach (var file in project.Sources)
            {
                var document = before
                    .Solution.Projects.Single(candidate => candidate.Name == project.Name)
                    .Documents.Single(candidate => candidate.FilePath == file.FullPath);
                var (rewritten, receivers) = await ParenthesizedReceiver.RewriteAsync(file, document);
                files.Add(rewritten);
                count += receivers;
            }

            moved.Add(project with { Sources = files });
        }

        using var after = new TestSolution(count == 0 ? [] : moved);
        foreach (var project in count == 0 ? [] : moved)
        {
            VerifyMarks(test, project, await after.AnalyzeAsync(project.Name));
        }
    }

    private static void VerifyMarks(Case test, TestProject project, ImmutableArray<Diagnostic> found)
    {
        var nowhere = Expectations(test).Where(static line => line.Contains(" (no location): ")).Select(static line => line[..7]);
        var except = Expectations(test).Where(line => line[7..] == $" not in {project.Name}").Select(static line => line[..7]).ToList();
        Findings.Verify(project, found, nowhere.Where(id => !except.Contains(id)), except);
    }

    private static void VerifyWords(Case test, List<Diagnostic> found)
    {
        foreach (var line in Expectations(test))
        {
            var (id, rest) = (line[..7], line[7..]);
            if (rest.StartsWith(" severity ", StringComparison.Ordinal))
            {
                var severity = Enum.Parse<DiagnosticSeverity>(rest[10..], ignoreCase: true);
                Assert.All(found.Where(diagnostic => diagnostic.Id == id), diagnostic => Assert.Equal(severity, diagnostic.Severity));
            }
            else if (!rest.StartsWith(" not in ", StringComparison.Ordinal))
            {
                var message = rest[(rest.IndexOf(": ", StringComparison.Ordinal) + 2)..];
                Assert.Contains(message, found.Where(diagnostic => diagnostic.Id == id).Select(Findings.Words));
            }
        }
    }

    private static async Task VerifyFixAsync(Case test, Fence fence, Solution solution, List<Diagnostic> found)
    {
        var missing = found
            .Where(static diagnostic => diagnostic.Id == "KXO1001")
            .OrderBy(static diagnostic => diagnostic.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(static diagnostic => diagnostic.Location.SourceSpan)
            .ToList();
        var diagnostic = missing[Number(fence["at"])];
        var project = solution.GetProject(solution.GetDocument(diagnostic.Location.SourceTree)!.Project.Id)!;
        var actions = await Testing.CodeFixes.OfferedAsync(project, diagnostic);
        var action = actions[Number(fence["action"])];
        Assert.Equal(
            fence["actions"] ?? actions.Count.ToString(CultureInfo.InvariantCulture),
            actions.Count.ToString(CultureInfo.InvariantCulture)
        );
        Assert.Equal(fence["title"]?.Replace('`', '\'') ?? action.Title, action.Title);

        var changed = fence["fixall"] is { } scope
            ? await Testing.CodeFixes.FixAllAsync(project, diagnostic, Enum.Parse<FixAllScope>(scope, ignoreCase: true), action)
            : await Testing.CodeFixes.ApplyAsync(action);
        var before = test.Fences.Single(candidate => candidate["file"] == fence["fixed"]);
        var expected = new TestFile(fence["fixed"]!, fence.Text)
        {
            HasCrLf = (fence["eol"] ?? before["eol"]) == "crlf",
            HasByteOrderMark = (fence["bom"] ?? before["bom"]) == "1",
        };
        foreach (
            var document in changed
                .Projects.SelectMany(static project => project.AdditionalDocuments)
                .Where(document => document.FilePath == expected.FullPath)
        )
        {
            var text = await document.GetTextAsync();
            Assert.Equal(expected.Source.Text, text.ToString());
            Assert.Equal(expected.HasByteOrderMark, text.Encoding!.GetPreamble().Length > 0);
        }
    }

    private static List<string> Expectations(Case test) =>
        [.. test.Fences.Where(static fence => fence.Kind == "expect").SelectMany(static fence => fence.Lines)];

    private static int Number(string? text) => text is null ? 0 : int.Parse(text, CultureInfo.InvariantCulture);
}
