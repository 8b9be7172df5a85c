using System.Globalization;
using KoreXo.OpenApi.Diagnostics;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Text;
using KoreXo.OpenApi.Upgrade;
using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Simulator.Documents;

/// <summary>Reads operations from a document as the generator does. Errors that would break a generated client prevent the start.</summary>
internal static class DocumentReader
{
    /// <exception cref="FormatException">The document cannot be read, or a part of it that the simulator uses is invalid.</exception>
    public static async Task<ApiDocument> ReadAsync(string name, string text, CancellationToken cancellationToken)
    {
        var problems = new List<SpecProblem>();
        var document = SpecDocument.From(name, Parse(name, text, cancellationToken), problems, cancellationToken);
        Refuse(problems);
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
                    url.StartsWith('/') ? url
                    : Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.AbsolutePath
                    : ""
                )
                .Select(path => path.TrimEnd('/'))
                .Where(path => path.Length > 0 && !path.Contains('{', StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];

    private static SpecNode Parse(string name, string text, CancellationToken cancellationToken)
    {
        try
        {
            var root = SpecText.Read(name, text, cancellationToken);
            return SpecVersion.UnusableBecause(root) is { } reason ? throw NotUsable(name, reason) : root;
        }
        catch (SpecFormatException exception)
        {
            throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"{name}, line {exception.Line + 1}: {exception.Message}"),
                exception
            );
        }
    }

    private static FormatException NotUsable(string name, string reason) => new($"{name} is not an OpenAPI document: {reason}");

    /// <summary>Reports each problem on its own line, since documents are written by hand.</summary>
    private static void Refuse(List<SpecProblem> problems)
    {
        if (problems.FindAll(problem => IsError(problem.RuleId)) is { Count: > 0 } errors)
        {
            throw new FormatException(string.Join('\n', errors.Select(Describe).Distinct(StringComparer.Ordinal)));
        }
    }

    private static bool IsError(string rule) => rule is SpecRules.BrokenReference or SpecRules.InvalidExtension or SpecRules.UnknownScope;

    private static string Describe(SpecProblem problem)
    {
        var what = problem.RuleId switch
        {
            SpecRules.BrokenReference => $"the reference '{problem.First}' {problem.Second}",
            SpecRules.UnknownScope => $"the scope '{problem.First}' is not in x-known-scopes",
            _ => $"'{problem.First}': {problem.Second}",
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{problem.FilePath}, line {problem.Line + 1}: {what} (at {problem.Pointer}, {problem.RuleId})"
        );
    }
}
