namespace AnalyticsExport;

/// <summary>Keeps a second export out of a folder. The system lets go of it when the process ends, however it does.</summary>
internal static class FolderLock
{
    /// <exception cref="IOException">Another export is at work in the folder.</exception>
    public static IDisposable Take(string folder)
    {
        try
        {
            // Not for reading either: on Unix, whoever lets others read lets them open it likewise.
            return new FileStream(Path.Combine(folder, "export.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new IOException(
                $"Another export is at work in '{folder}' ({fault.Message}). Wait for it, or choose another by --out.",
                fault
            );
        }
    }
}
