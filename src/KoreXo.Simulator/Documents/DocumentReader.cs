using System.Globalization;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Reading;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Simulator.Documents;

/// <summary>Reads operations from a document as the generator does. Errors that would break a generated client prevent the start.</summary>
internal static class DocumentReader
{
    /// <exception cref="FormatException">The document cannot be read, or a part of it that the simulator uses is invalid.</exception>
    public static async Task<ApiDocument> ReadAsync(string name, string text, CancellationToken cancellationToken)
    {
        var problems = new List<SpecProblem>();
        var read = SpecReader.Read(name, text, problems, cancellationToken);
        Refuse(problems);
        var document = read!; // what makes it null is among the problems
        var known = XKnownScopes.Read(document);
        var schemas = await ValidationSchemas.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        var reader = new OperationReader(document, schemas, known.Select(scope => scope.Name).ToHashSet(StringComparer.Ordinal));
        var operations = document.Paths.SelectMany(document.Operations).SelectMany(reader.Read).ToList();

        // Again, because the problems of an operation are only found when it is read.
        Refuse(problems);
        return new ApiDocument(operations, known) { BasePaths = BasePaths(document) };
    }

    /// <summary>Returns the paths of the servers; one with variables in its path has no path that is known.</summary>
    private static List<string> BasePaths(SpecDocument document) =>
        [
            .. (document.Root["servers"]?.Items ?? [])
                .Select(server => server.String("url"))
                .OfType<string>()
                .Select(url =>
                    url.StartsWith('/') && !url.StartsWith("//", StringComparison.Ordinal) ? url
                    : Uri.TryCreate(url.StartsWith('/') ? "https:" + url : url, UriKind.Absolute, out var address) ? address.AbsolutePath
                    : ""
                )
                .Select(path => path.TrimEnd('/'))
                .Where(path => path.Length > 0 && !path.Contains('{', StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Reports each problem on its own line, since documents are written by hand.</summary>
    private static void Refuse(List<SpecProblem> problems)
    {
        if (problems.FindAll(problem => IsError(problem.RuleId)) is { Count: > 0 } errors)
        {
            throw new FormatException(string.Join('\n', errors.Select(Describe).Distinct(StringComparer.Ordinal)));
        }
    }

    private static bool IsError(string rule) =>
        rule
            is SpecRules.Unreadable
                or SpecRules.TooLarge
                or SpecRules.NotOpenApi
                or SpecRules.BrokenReference
                or SpecRules.InvalidExtension
                or SpecRules.UnknownScope;

    private static string Describe(SpecProblem problem) =>
        problem.RuleId switch
        {
            SpecRules.NotOpenApi => $"{problem.FilePath} is not an OpenAPI document: {problem.Second}",
            SpecRules.Unreadable or SpecRules.TooLarge => $"{Place(problem)}: {problem.Second}",
            SpecRules.BrokenReference => $"{Place(problem)}: the reference '{problem.First}' {problem.Second} {Reference(problem)}",
            SpecRules.UnknownScope => $"{Place(problem)}: the scope '{problem.First}' is not in x-known-scopes {Reference(problem)}",
            _ => $"{Place(problem)}: '{problem.First}': {problem.Second} {Reference(problem)}",
        };

    private static string Place(SpecProblem problem) =>
        string.Create(CultureInfo.InvariantCulture, $"{problem.FilePath}, line {problem.Line + 1}");

    private static string Reference(SpecProblem problem) => $"(at {problem.Pointer}, {problem.RuleId})";
}
