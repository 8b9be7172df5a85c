using KoreXo.Package.Tests.Guides;

namespace KoreXo.Package.Tests.Programs;

/// <summary>A page whose pieces of code are, one after another, one program.</summary>
/// <param name="name">Its name.</param>
/// <param name="steps">Its fenced blocks.</param>
internal sealed class ProgramPage(string name, IReadOnlyList<GuideStep> steps)
{
    public string ClassName => char.ToUpperInvariant(name[0]) + name[1..] + "Page";

    /// <summary>What a reader writes into files of their own.</summary>
    public IEnumerable<GuideStep> Files => steps.Where(static step => step is { Language: "csharp", File: not null });

    /// <summary>What the program prints, line by line: the texts beneath its pieces.</summary>
    public IEnumerable<string> Printed =>
        steps
            .SkipWhile(static step => step.Language != "csharp")
            .Where(static step => step.Language == "text")
            .SelectMany(static step => step.Lines);

    /// <summary>The pieces as a method; their usings go on top.</summary>
    public string Source
    {
        get
        {
            var lines = steps
                .Where(static step => step is { Language: "csharp", File: null })
                .SelectMany(static step => step.Text.Split('\n'))
                .ToList();
            return $$"""
                {{string.Join('\n', lines.Where(IsUsing).Distinct())}}

                internal static class {{ClassName}}
                {
                    public static async Task RunAsync(string[] args)
                    {
                        await Task.CompletedTask;
                {{string.Join('\n', lines.Where(static line => !IsUsing(line)))}}
                    }
                }
                """;
        }
    }

    private static bool IsUsing(string line) =>
        line.StartsWith("using ", StringComparison.Ordinal)
        && line.EndsWith(';')
        && !line.Contains('=', StringComparison.Ordinal)
        && !line.Contains('(', StringComparison.Ordinal);
}
