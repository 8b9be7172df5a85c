using System.Diagnostics;
using System.Text;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;

namespace KoreXo.Cli.Locks;

/// <summary>Finds the lock to compare with: a file, or the one that a git revision has.</summary>
internal static class LockBase
{
    /// <summary>The name of the file, beside the solution.</summary>
    public const string FileName = "scopes.lock";

    /// <summary>Reads the base.</summary>
    /// <param name="name">The path of a lock, or a revision such as <c>origin/main</c>.</param>
    /// <param name="folder">The folder of the solution, where the revision has its lock.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="CommandException">There is no such file and no such revision, or the revision has no lock.</exception>
    public static async Task<ScopeLock> ReadAsync(string name, string folder, CancellationToken cancellationToken)
    {
        // Git would take an empty revision, such as that of a variable that is not set, for what is staged: nothing would ever grow.
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new CommandException("--base is empty; write a lock or a git revision, such as origin/main.");
        }

        try
        {
            return LockText.Read(
                File.Exists(name) ? await File.ReadAllTextAsync(name, cancellationToken) : await ShowAsync(name, folder, cancellationToken),
                File.Exists(name) ? name : $"{FileName} of {name}"
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{name} cannot be read: {FileProblem.Describe(name, fault)}", fault);
        }
    }

    private static async Task<string> ShowAsync(string revision, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
            RedirectStandardError = true,
        };

        // What follows --end-of-options is a revision, even if it begins with a hyphen.
        foreach (var argument in (string[])["show", "--end-of-options", $"{revision}:./{FileName}"])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var git = Process.Start(start)!;
            var error = git.StandardError.ReadToEndAsync(cancellationToken);
            var output = await git.StandardOutput.ReadToEndAsync(cancellationToken);
            await git.WaitForExitAsync(cancellationToken);
            return git.ExitCode == 0
                ? output
                : throw new CommandException(
                    $"--base {revision} is neither a file nor a git revision that has {FileName} in {folder}: {(await error).Trim()}"
                );
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new CommandException($"--base {revision} is not a file, and git cannot be started: {missing.Message}", missing);
        }
    }
}
