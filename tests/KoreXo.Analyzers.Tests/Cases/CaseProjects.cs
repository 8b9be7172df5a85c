using KoreXo.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace KoreXo.Analyzers.Tests.Cases;

/// <summary>Turns a case into projects.</summary>
public static class CaseProjects
{
    /// <param name="test">The case.</param>
    /// <param name="sdkAsReference">Whether the stand-in SDK is an assembly where the case does not say.</param>
    public static IReadOnlyList<TestProject> Create(Case test, bool sdkAsReference)
    {
        var options = test
            .Fences.Where(static fence => fence.Kind == "options")
            .SelectMany(static fence => fence.Lines)
            .Select(Words)
            .ToList();
        var named = options.Where(static words => words.ContainsKey("project")).ToList();
        if (named.Count == 0)
        {
            var single = options.SelectMany(static words => words).ToDictionary(StringComparer.Ordinal);
            single["project"] = "App";
            return [Create(test, single, isOnly: true, sdkAsReference)];
        }

        return [.. named.Select(words => Create(test, words, isOnly: named.Count == 1, sdkAsReference))];
    }

    private static TestProject Create(Case test, Dictionary<string, string> options, bool isOnly, bool sdkAsReference)
    {
        var name = options["project"];
        var files = test
            .Fences.Where(fence =>
                fence["file"] is { } path && (isOnly || fence["projects"] is "*" || path.StartsWith(name + "/", StringComparison.Ordinal))
            )
            .ToLookup(static fence => fence.Kind, ToFile, StringComparer.Ordinal);
        var sdk = options.GetValueOrDefault("sdk", sdkAsReference ? "reference" : "source");
        var hasSdk = sdk != "none";
        return new TestProject(name)
        {
            Output = options.GetValueOrDefault("output") == "exe" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            Defines = options.TryGetValue("defines", out var defines) ? defines.Split(',') : [],
            References = options.TryGetValue("refs", out var references) ? references.Split(',') : [],
            Sources = [.. files["csharp"]],
            Unmarked =
            [
                .. sdk == "source" ? new[] { new TestFile($"{name}/obj/Acme.g.cs", CaseFile.Prelude) } : [],
                .. hasSdk ? new[] { new TestFile($"{name}/obj/GlobalUsings.g.cs", CaseFile.GlobalUsings) } : [],
            ],
            AdditionalFiles = [.. files["json"]],
            Configurations = [.. files["ini"]],
            Libraries = sdk == "reference" ? [AcmeSdk.Reference] : [],
        };
    }

    private static TestFile ToFile(Fence fence) =>
        new(fence["file"]!, fence.Text) { HasCrLf = fence["eol"] == "crlf", HasByteOrderMark = fence["bom"] == "1" };

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
