namespace KoreXo.Cli.Files;

/// <summary>
/// Writes a temporary file next to the target and moves it over, so that a full disk or an interruption leaves the old file intact.
/// Symbolic links and permissions are preserved.
/// </summary>
internal static class WholeFile
{
    private const string Devices = "/dev/";

    /// <exception cref="IOException">The file cannot be written; the existing file is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">Write access to the folder or the file is denied.</exception>
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        WriteAsync(path, (file, token) => file.WriteAsync(bytes, token).AsTask(), cancellationToken);

    /// <param name="path">The file.</param>
    /// <param name="write">Writes the content. If it throws, the existing file is unchanged.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="IOException">The file cannot be written; the existing file is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">Write access to the folder or the file is denied.</exception>
    public static async Task WriteAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);

        // Moving onto a symbolic link would replace the link and leave its target unchanged. The temporary file is in the folder
        // of that file, because a move is only atomic within one file system.
        var target = IsDevice(full) ? full : Target(full);
        if (IsDevice(target))
        {
            // A move would replace /dev/null by a file, and /dev/stdout leads to something that has no folder.
            await using var device = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.ReadWrite);
            await write(device, cancellationToken);
            return;
        }

        DemandWritable(target);
        var beside = $"{target}.{Path.GetRandomFileName()[..8]}.new";
        try
        {
            await using (var file = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                if (!OperatingSystem.IsWindows() && File.Exists(target))
                {
                    File.SetUnixFileMode(file.SafeFileHandle, File.GetUnixFileMode(target));
                }

                await write(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static bool IsDevice(string path) => path.StartsWith(Devices, StringComparison.Ordinal);

    // The target of a link may not exist yet.
    private static string Target(string path) =>
        new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;

    // A move would replace even a read-only file.
    private static void DemandWritable(string target)
    {
        if (File.Exists(target))
        {
            new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
        }
    }
}
