namespace KoreXo.Cli.Files;

/// <summary>
/// Writes a temporary file next to the target and moves it over, so that a full disk or an interruption leaves the old file intact.
/// Symbolic links and permissions are preserved.
/// </summary>
internal static class WholeFile
{
    /// <exception cref="IOException">The file cannot be written; the existing file is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">Write access to the folder or the file is denied.</exception>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        // A move onto a symbolic link would replace the link and leave the file it leads to as it was. The temporary file is in the folder
        // of that file, because a move is only atomic within one file system.
        var link = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) : null;
        var target = link?.FullName ?? Path.GetFullPath(path);
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

                await file.WriteAsync(bytes, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    // A move would replace even a read-only file.
    private static void DemandWritable(string target)
    {
        if (File.Exists(target))
        {
            new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
        }
    }
}
