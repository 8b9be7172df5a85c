using System.Diagnostics;
using System.IO.Compression;

namespace Workloads.Promotion;

/// <summary>A folder in a git repository that holds the unpacked archive of a bot.</summary>
internal sealed class GitFolder(string repository, string name)
{
    public string Path { get; } = System.IO.Path.Combine(repository, name);

    /// <summary>Replaces the folder by an archive and commits it, unless it is the same as in the last commit.</summary>
    /// <returns>The id of the commit that holds the archive.</returns>
    /// <exception cref="IOException">git reported an error.</exception>
    public async Task<string> CommitAsync(Stream archive, string message, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }

        // Extraction rejects entries that would leave the folder.
        await ZipFile.ExtractToDirectoryAsync(archive, Path, cancellationToken);
        await GitAsync(["add", "--all", "--", name], cancellationToken);
        if ((await GitAsync(["status", "--porcelain", "--", name], cancellationToken)).Length > 0)
        {
            await GitAsync(["commit", "--quiet", "--message", message, "--", name], cancellationToken);
        }

        return await GitAsync(["rev-parse", "HEAD"], cancellationToken);
    }

    /// <summary>Verifies that the folder is as in a commit.</summary>
    /// <exception cref="InvalidDataException">It was changed.</exception>
    public async Task VerifyAsync(string commit, CancellationToken cancellationToken)
    {
        if ((await GitAsync(["diff", "--name-only", commit, "--", name], cancellationToken)).Length > 0)
        {
            throw new InvalidDataException($"{Path} differs from commit {commit}. Restore it, or delete the state to start again.");
        }
    }

    private async Task<string> GitAsync(string[] arguments, CancellationToken cancellationToken)
    {
        using var git =
            Process.Start(
                new ProcessStartInfo("git", ["-C", repository, .. arguments])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            ) ?? throw new IOException("git does not start.");
        var error = git.StandardError.ReadToEndAsync(cancellationToken);
        var output = await git.StandardOutput.ReadToEndAsync(cancellationToken);
        await git.WaitForExitAsync(cancellationToken);
        return git.ExitCode == 0 ? output.Trim() : throw new IOException($"git {arguments[0]}: {(await error).Trim()}");
    }
}
