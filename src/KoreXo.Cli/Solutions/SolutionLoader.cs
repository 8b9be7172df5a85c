using System.Diagnostics;
using KoreXo.Cli.Outcomes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.MSBuild;

namespace KoreXo.Cli.Solutions;

/// <summary>
/// Opens a solution or project as an editor does: it is evaluated and its source generators run, but its own code does not.
/// </summary>
internal static class SolutionLoader
{
    /// <summary>Opens a solution or project.</summary>
    /// <param name="path">The path that <see cref="TargetPath.Resolve"/> returned.</param>
    /// <param name="restore">Whether to restore packages first; without them, nothing can be resolved.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="CommandException">The solution or project cannot be restored or loaded.</exception>
    public static async Task<LoadedSolution> LoadAsync(string path, bool restore, CancellationToken cancellationToken)
    {
        if (restore)
        {
            await RestoreAsync(path, cancellationToken);
        }

        var workspace = MSBuildWorkspace.Create();
        try
        {
            var members = await OpenAsync(workspace, path, cancellationToken);
            var solution = workspace.CurrentSolution;
            if (
                workspace.Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Kind == WorkspaceDiagnosticKind.Failure) is { } failure
            )
            {
                throw new CommandException($"{path} cannot be loaded: {failure.Message}");
            }

            var projects = solution
                .Projects.Where(project =>
                    project.Language == LanguageNames.CSharp && members.Exists(member => IsSameFile(project.FilePath, member))
                )
                .Select(static project => project.Id)
                .ToList();
            return projects.Count > 0
                ? new LoadedSolution(workspace, AsNewestLanguage(solution), projects, path)
                : throw new CommandException($"{path} has no C# project.");
        }
        catch (Exception exception) when (exception is not CommandException and not OperationCanceledException)
        {
            // Evaluating a project can throw anything.
            workspace.Dispose();
            throw new CommandException($"{path} cannot be loaded: {exception.Message}", exception);
        }
        catch
        {
            workspace.Dispose();
            throw;
        }
    }

    /// <summary>Opens the projects that the command is about, with everything they reference, and returns their paths.</summary>
    private static async Task<List<string>> OpenAsync(MSBuildWorkspace workspace, string path, CancellationToken cancellationToken)
    {
        var members = TargetPath.IsSolution(path) ? SolutionMembers.Read(path) : [path];
        foreach (var member in members)
        {
            // It may already be loaded as a reference of an earlier project.
            if (!workspace.CurrentSolution.Projects.Any(project => IsSameFile(project.FilePath, member)))
            {
                await workspace.OpenProjectAsync(member, cancellationToken: cancellationToken);
            }
        }

        return members;
    }

    // The workspace maps newer projects to the newest language version it knows by name, which is older than the newest it can parse.
    private static Solution AsNewestLanguage(Solution solution)
    {
        foreach (var project in solution.Projects)
        {
            if (project.ParseOptions is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp13 } options)
            {
                solution = solution.WithProjectParseOptions(project.Id, options.WithLanguageVersion(LanguageVersion.Preview));
            }
        }

        return solution;
    }

    private static async Task RestoreAsync(string path, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A node that stays for the next build would keep the output open, and reading it would wait for the node.
        foreach (var argument in (string[])["restore", path, "--nologo", "--verbosity", "quiet", "-nodeReuse:false"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new CommandException($"{path} cannot be restored:{Environment.NewLine}{(output + await error).Trim()}");
        }
    }

    private static bool IsSameFile(string? first, string second) =>
        string.Equals(first, second, OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
