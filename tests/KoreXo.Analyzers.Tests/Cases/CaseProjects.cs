using System.Text;
using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace KoreXo.Analyzers.Tests.Cases;

/// <summary>Turns a case into the projects of a test.</summary>
internal static class CaseProjects
{
    private const string Root = "/0/";

    /// <summary>Adds the projects of a case to a test: the last one is the one that the others are libraries of.</summary>
    /// <param name="test">The case.</param>
    /// <param name="sdkAsReference">Whether the stand-in SDK is an assembly where the case does not say.</param>
    /// <param name="state">The state of the test.</param>
    /// <param name="defines">The preprocessor symbols of the test.</param>
    /// <param name="fixes">The files as they are after a fix; none before.</param>
    public static void Add(
        Case test,
        bool sdkAsReference,
        SolutionState state,
        Dictionary<string, IReadOnlyList<string>> defines,
        IReadOnlyCollection<Fence>? fixes = null
    )
    {
        var projects = Options(test);
        foreach (var options in projects)
        {
            var name = options["project"];
            var project = options == projects[^1] ? state : state.AdditionalProjects[name];
            Fill(project, options, sdkAsReference);
            foreach (var fence in test.Fences.Where(fence => fence["file"] is { } path && IsIn(path, fence, name, projects.Count)))
            {
                AddFile(project, fence, fixes?.SingleOrDefault(other => other["fixed"] == fence["file"]) ?? fence);
            }

            defines[project.Name] = options.TryGetValue("defines", out var symbols) ? symbols.Split(',') : [];
            state.ExpectedDiagnostics.AddRange(
                test.Nowhere(name)
                    .Select(static id => new DiagnosticResult(id, DiagnosticSeverity.Warning).WithOptions(DiagnosticOptions.IgnoreSeverity))
            );
        }
    }

    /// <summary>Gets a value indicating whether a file is of the case, and not one that every project has.</summary>
    public static bool IsOfCase(string path) => !path.Contains("/obj/", StringComparison.Ordinal);

    private static List<Dictionary<string, string>> Options(Case test)
    {
        var lines = test
            .Fences.Where(static fence => fence.Kind == "options")
            .SelectMany(static fence => fence.Lines)
            .Select(Words)
            .ToList();
        if (lines.Exists(static words => words.ContainsKey("project")))
        {
            return lines;
        }

        var single = lines.SelectMany(static words => words).ToDictionary(StringComparer.Ordinal);
        single["project"] = TestProjects.Name;
        return [single];
    }

    private static bool IsIn(string path, Fence fence, string project, int projects) =>
        projects == 1 || fence["projects"] is "*" || path.StartsWith(project + "/", StringComparison.Ordinal);

    private static void Fill(ProjectState project, Dictionary<string, string> options, bool sdkAsReference)
    {
        project.OutputKind =
            options.GetValueOrDefault("output") == "exe" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        project.AdditionalProjectReferences.AddRange(options.TryGetValue("refs", out var references) ? references.Split(',') : []);
        var sdk = options.GetValueOrDefault("sdk", sdkAsReference ? "reference" : "source");
        if (sdk == "source")
        {
            project.Sources.Add(($"{Root}{project.Name}/obj/Acme.g.cs", Stored(CaseFile.Prelude)));
        }
        else if (sdk == "reference")
        {
            project.AdditionalReferences.Add(AcmeSdk.Reference);
        }

        if (sdk != "none")
        {
            project.Sources.Add(($"{Root}{project.Name}/obj/GlobalUsings.g.cs", Stored(CaseFile.GlobalUsings)));
        }
    }

    private static void AddFile(ProjectState project, Fence fence, Fence content)
    {
        var lineBreaks = content["eol"] ?? fence["eol"];
        var text = lineBreaks == "crlf" ? content.Text.ReplaceLineEndings("\r\n") : content.Text;
        var file = (Root + fence["file"], Stored(text, hasByteOrderMark: (content["bom"] ?? fence["bom"]) == "1"));
        switch (fence.Kind)
        {
            case "csharp":
                project.Sources.Add(file);
                break;
            case "json":
                project.AdditionalFiles.Add(file);
                break;
            case "ini":
                project.AnalyzerConfigFiles.Add(file);
                break;
            default:
                throw new InvalidOperationException($"A file of kind '{fence.Kind}' belongs to no project.");
        }
    }

    private static SourceText Stored(string text, bool hasByteOrderMark = false) =>
        SourceText.From(text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: hasByteOrderMark));

    private static Dictionary<string, string> Words(string line)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < parts.Length; at++)
        {
            var pair = parts[at].Split('=', 2);
            words[pair[0]] = pair.Length > 1 ? pair[1] : parts[++at];
        }

        return words;
    }
}
