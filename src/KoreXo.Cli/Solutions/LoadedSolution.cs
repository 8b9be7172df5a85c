using System.Globalization;
using KoreXo.Cli.Outcomes;
using Microsoft.CodeAnalysis;

namespace KoreXo.Cli.Solutions;

/// <summary>
/// A loaded solution and those of its projects that a command is about. A project that targets several frameworks appears once for each.
/// </summary>
internal sealed class LoadedSolution(Workspace workspace, Solution solution, IReadOnlyList<ProjectId> projects, string path) : IDisposable
{
    private const int ShownErrors = 5;

    /// <summary>Gets the folder that reported paths are relative to.</summary>
    public string Folder { get; } = Path.GetDirectoryName(path)!;

    /// <summary>Gets the name of the solution or project.</summary>
    public string Name { get; } = Path.GetFileName(path);

    /// <summary>Gets the projects, ordered by name.</summary>
    public IEnumerable<Project> Projects =>
        projects.Select(id => solution.GetProject(id)!).OrderBy(static project => project.Name, StringComparer.Ordinal);

    /// <summary>Returns the projects that a project references directly or indirectly, whether the command is about them or not.</summary>
    public IEnumerable<Project> ReferencedBy(Project project) =>
        solution
            .GetProjectDependencyGraph()
            .GetProjectsThatThisProjectTransitivelyDependsOn(project.Id)
            .Select(id => solution.GetProject(id)!)
            .Where(static reference => reference.Language == LanguageNames.CSharp)
            .OrderBy(static reference => reference.Name, StringComparer.Ordinal);

    /// <summary>Returns the path of a file as it is shown: relative, with forward slashes.</summary>
    public string Tell(string file) => Path.GetRelativePath(Folder, Path.GetFullPath(file, Folder)).Replace('\\', '/');

    /// <summary>Returns the path of the file of a position as it is shown. A relative path of "#line" is taken from its own file.</summary>
    public string Tell(SyntaxTree? tree, FileLinePositionSpan position) =>
        Tell(position.HasMappedPath ? Path.Combine(Path.GetDirectoryName(tree?.FilePath) ?? "", position.Path) : position.Path);

    /// <summary>Returns where a diagnostic is, and what it says.</summary>
    public string Describe(Diagnostic diagnostic) =>
        $"{Prefix(diagnostic.Location)}{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    /// <summary>Compiles a project.</summary>
    /// <exception cref="CommandException">Its code has errors, so its calls cannot be analyzed.</exception>
    public async Task<Compilation> CompileAsync(Project project, CancellationToken cancellationToken)
    {
        var compilation = (await project.GetCompilationAsync(cancellationToken))!;

        // A warning that the project treats as an error does not keep a call from being bound. A real error does, and a report that lacks
        // such calls would be wrong without saying so.
        var errors = compilation
            .GetDiagnostics(cancellationToken)
            .Where(static diagnostic =>
                diagnostic.Severity == DiagnosticSeverity.Error && !diagnostic.IsSuppressed && !diagnostic.IsWarningAsError
            )
            .ToList();
        if (errors.Count == 0)
        {
            return compilation;
        }

        var shown = errors.Take(ShownErrors).Select(error => $"  {Describe(error)}");
        throw new CommandException(
            $"{project.Name} does not compile ({errors.Count} error{(errors.Count == 1 ? "" : "s")}), so its calls cannot be analyzed. Fix the build first.{Environment.NewLine}{string.Join(Environment.NewLine, shown)}"
        );
    }

    public void Dispose() => workspace.Dispose();

    private string Prefix(Location location)
    {
        var position = location.GetMappedLineSpan();
        return position.Path is { Length: > 0 } ? $"{Tell(location.SourceTree, position)}({position.StartLinePosition.Line + 1}): " : "";
    }
}
