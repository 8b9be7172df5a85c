using System.Globalization;
using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

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

    /// <summary>Gets, for each rule that reports in code, the first case that it reports something in.</summary>
    public static TheoryData<string, string> FirstInCode
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var id in new ScopeAnalyzer().SupportedDiagnostics.Select(static rule => rule.Id))
            {
                var first = CaseFile.Cases.FirstOrDefault(test =>
                    test.Fences.Any(fence => fence.Kind == "csharp" && fence.Text.Contains($"{{|{id}:", StringComparison.Ordinal))
                );
                if (first is not null)
                {
                    data.Add(id, first.Id);
                }
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
        var analysis = Analysis(test, sdk);

        await analysis.RunAsync();

        VerifyWords(test, analysis.Reported);
        foreach (
            var fixes in test
                .Fences.Where(static fence => fence["fixed"] is not null)
                .GroupBy(static fence => (fence["at"], fence["action"], fence["fixall"]))
        )
        {
            await VerifyFixAsync(test, sdk, [.. fixes]);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Case_holds_with_its_receivers_in_parentheses(string id, string sdk)
    {
        var analysis = Analysis(CaseFile.Cases.Single(candidate => candidate.Id == id), sdk);
        var opened = await analysis.OpenAsync();
        var receivers = await ParenthesizedReceiver.RewriteAsync(analysis.TestState, opened);
        foreach (var (name, library) in analysis.TestState.AdditionalProjects)
        {
            receivers += await ParenthesizedReceiver.RewriteAsync(
                library,
                opened.Solution.Projects.Single(project => project.Name == name)
            );
        }

        if (receivers > 0)
        {
            await analysis.RunAsync();
        }
    }

    [Theory]
    [MemberData(nameof(FirstInCode))]
    public async Task A_pragma_suppresses_what_a_rule_reports_in_code(string rule, string id)
    {
        var analysis = Analysis(CaseFile.Cases.Single(candidate => candidate.Id == id), "source");
        analysis.TestBehaviors = TestBehaviors.None;

        await analysis.RunAsync();

        Assert.Contains(analysis.Reported, diagnostic => diagnostic.Id == rule);
    }

    private static ScopeAnalyzerTest Analysis(Case test, string sdk)
    {
        // Every test would analyze its case a second time for it.
        var analysis = new ScopeAnalyzerTest { TestBehaviors = TestBehaviors.SkipSuppressionCheck };
        CaseProjects.Add(test, sdkAsReference: sdk == "reference", analysis.TestState, analysis.Defines);
        return analysis;
    }

    private static void VerifyWords(Case test, IReadOnlyList<Diagnostic> found)
    {
        foreach (var (id, words) in test.Expectations)
        {
            if (words.StartsWith(" severity ", StringComparison.Ordinal))
            {
                var severity = Enum.Parse<DiagnosticSeverity>(words[10..], ignoreCase: true);
                Assert.All(found.Where(diagnostic => diagnostic.Id == id), diagnostic => Assert.Equal(severity, diagnostic.Severity));
            }
            else if (!words.StartsWith(" not in ", StringComparison.Ordinal))
            {
                var message = words[(words.IndexOf(": ", StringComparison.Ordinal) + 2)..];
                Assert.Contains(message, found.Where(diagnostic => diagnostic.Id == id).Select(Messages.WithoutHint));
            }
        }
    }

    private static async Task VerifyFixAsync(Case test, string sdk, IReadOnlyList<Fence> fixes)
    {
        var (first, isReference) = (fixes[0], sdk == "reference");
        var fix = new CaseFixTest(Number(first["at"]) ?? 0)
        {
            CodeActionIndex = Number(first["action"]) ?? 0,
            Actions = Number(first["actions"]),
            CodeFixTestBehaviors = first["fixall"] switch
            {
                null => CodeFixTestBehaviors.FixOne | CodeFixTestBehaviors.SkipFixAllCheck,
                "document" => CodeFixTestBehaviors.SkipFixAllInProjectCheck | CodeFixTestBehaviors.SkipFixAllInSolutionCheck,
                _ => CodeFixTestBehaviors.SkipFixAllInDocumentCheck | CodeFixTestBehaviors.SkipFixAllInProjectCheck,
            },
        };
        if (first["title"] is { } title)
        {
            fix.CodeActionVerifier = (action, verifier) => verifier.Equal(title.Replace('`', '\''), action.Title);
        }

        // One by one, the package goes on to the next diagnostic only when the first is gone, which two manifests keep it from.
        var alone = test.Fences.Where(static fence => fence["fixed"] is not null && fence["fixall"] is null).ToList();
        CaseProjects.Add(test, isReference, fix.TestState, fix.Defines);
        CaseProjects.Add(test, isReference, fix.FixedState, fix.Defines, first["fixall"] is null || alone.Count == 0 ? fixes : alone);
        CaseProjects.Add(test, isReference, fix.BatchFixedState, fix.Defines, fixes);
        await fix.RunAsync();
    }

    private static int? Number(string? text) => text is null ? null : int.Parse(text, CultureInfo.InvariantCulture);
}
