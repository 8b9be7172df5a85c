namespace KoreXo.Runtime;

/// <summary>
/// A file that gets its name only when it is complete. Until then, it is a new file with an unpredictable name.
/// </summary>
internal sealed class PartialFile(string path) : IDisposable
{
    private readonly string _part = $"{path}.{Path.GetRandomFileName().AsSpan(0, 8)}.part";
    private bool _isOurs;

    /// <exception cref="InvalidOperationException">The file cannot be created, for example because the directory does not
    /// exist.</exception>
    public FileStream Open()
    {
        try
        {
            // CreateNew neither follows a link nor opens an existing file.
            var file = new FileStream(_part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
            _isOurs = true;
            return file;
        }
        catch (Exception fault) when (IsOfFiles(fault))
        {
            throw Unwritable(fault);
        }
    }

    /// <summary>Moves the file to its final path.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be moved.</exception>
    public void Complete()
    {
        try
        {
            File.Move(_part, path, overwrite: true);
            _isOurs = false;
        }
        catch (Exception fault) when (IsOfFiles(fault))
        {
            throw Unwritable(fault);
        }
    }

    public void Dispose()
    {
        if (!_isOurs)
        {
            return;
        }

        try
        {
            File.Delete(_part);
        }
        catch (Exception fault) when (IsOfFiles(fault))
        {
            // A leftover file must not hide why the download failed.
        }
    }

    private static bool IsOfFiles(Exception fault) => fault is IOException or UnauthorizedAccessException or NotSupportedException;

    private static InvalidOperationException Unwritable(Exception fault) => new($"The file cannot be written: {fault.Message}", fault);
}
