namespace KoreXo.Runtime;

/// <summary>
/// A file that takes its name only when it is whole. Until then it is a new one, under a name that nobody can know before.
/// </summary>
internal sealed class PartialFile(string path) : IDisposable
{
    private readonly string _part = $"{path}.{Path.GetRandomFileName().AsSpan(0, 8)}.part";
    private bool _isOurs;

    /// <exception cref="InvalidOperationException">The file cannot be created, for example since the folder is missing.</exception>
    public FileStream Open()
    {
        try
        {
            // CreateNew follows no link, and takes no file that is there.
            var file = new FileStream(_part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous);
            _isOurs = true;
            return file;
        }
        catch (Exception fault) when (IsOfFiles(fault))
        {
            throw Unwritable(fault);
        }
    }

    /// <summary>Puts the file in its place.</summary>
    /// <exception cref="InvalidOperationException">It cannot be put there.</exception>
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
            // What is left over must not hide why the download failed.
        }
    }

    private static bool IsOfFiles(Exception fault) => fault is IOException or UnauthorizedAccessException or NotSupportedException;

    private static InvalidOperationException Unwritable(Exception fault) => new($"The file cannot be written: {fault.Message}", fault);
}
