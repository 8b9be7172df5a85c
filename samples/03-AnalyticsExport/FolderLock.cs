namespace AnalyticsExport;

/// <summary>Locks a folder against a second export. The operating system releases the lock however the process ends.</summary>
internal static class FolderLock
{
    /// <exception cref="IOException">Another export is using the folder.</exception>
    public static IDisposable Take(string folder)
    {
        try
        {
            // FileShare.None, because on Unix a file that is shared for reading can be opened again the same way.
            return new FileStream(Path.Combine(folder, "export.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"Another export is using '{folder}' ({exception.Message}). Wait for it, or choose another folder with --out.",
                exception
            );
        }
    }
}
