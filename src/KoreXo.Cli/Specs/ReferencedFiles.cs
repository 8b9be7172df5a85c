using System.Globalization;
using KoreXo.OpenApi;
using KoreXo.OpenApi.Bundling;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Reading;
using KoreXo.OpenApi.Text;

namespace KoreXo.Cli.Specs;

/// <summary>
/// Reads the files that a document refers to. A project lists them for the generator; the tool finds them by the references.
/// </summary>
internal static class ReferencedFiles
{
    private static readonly string[] Endings = [".yaml", ".yml", ".json"];

    /// <summary>Returns the files that the document refers to, directly or through another one. What does not exist is left out.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static EquatableArray<SpecPart> Read(string file, string text, CancellationToken cancellationToken)
    {
        var parts = new List<SpecPart>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { SpecFiles.Combine("", file) };
        var left = new Queue<SpecPart>([new SpecPart(file, text)]);
        while (left.TryDequeue(out var next))
        {
            foreach (var path in References(next, cancellationToken).Where(seen.Add).Where(File.Exists))
            {
                var part = new SpecPart(path, File.ReadAllText(path));
                parts.Add(part);
                left.Enqueue(part);
            }
        }

        return parts;
    }

    /// <summary>Returns one document that contains the files that it refers to; the text itself if it refers to none.</summary>
    /// <exception cref="FormatException">A reference to another file leads nowhere, or a file is not valid.</exception>
    public static string Bundle(string file, string text, CancellationToken cancellationToken)
    {
        if (Read(file, text, cancellationToken) is not { Count: > 0 } parts)
        {
            return text;
        }

        var problems = new List<SpecProblem>();
        var root = SpecReader.ReadTree(file, text, [], parts, problems, cancellationToken);
        return root is null || problems.Exists(IsError)
            ? throw new FormatException(string.Join('\n', problems.Where(IsError).Select(Describe)))
            : SpecJson.Write(root);
    }

    private static IEnumerable<string> References(SpecPart part, CancellationToken cancellationToken) =>
        from reference in Texts(part, cancellationToken)
        let path = Uri.UnescapeDataString(reference.Split('#')[0])
        where Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && !path.Contains("://", StringComparison.Ordinal)
        select SpecFiles.Combine(part.Path, path);

    private static List<string> Texts(SpecPart part, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        try
        {
            var seen = new HashSet<SpecNode>();
            var left = new Stack<SpecNode>([SpecText.Read(part.Path, part.Text, cancellationToken)]);
            while (left.TryPop(out var node))
            {
                if (seen.Add(node))
                {
                    texts.AddRange(node.String("$ref") is { } reference ? [reference] : []);
                    node.Names.ToList().ForEach(name => left.Push(node[name]!));
                    node.Items.ForEach(left.Push);
                }
            }
        }
        catch (SpecFormatException)
        {
            // Reported by who reads the file as a document, or as a part of one.
        }

        return texts;
    }

    private static bool IsError(SpecProblem problem) =>
        problem.RuleId is SpecRules.BrokenReference or SpecRules.Unreadable or SpecRules.TooLarge or SpecRules.NotOpenApi;

    private static string Describe(SpecProblem problem) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{problem.FilePath}, line {problem.Line + 1}: {(problem.RuleId == SpecRules.BrokenReference ? $"the reference '{problem.First}' " : "")}{problem.Second}"
        );
}
