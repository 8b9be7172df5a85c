using System.Globalization;

namespace FleetExport;

/// <summary>
/// The file of an item. It is written under a temporary name that carries the attempt, and moved into place when it is whole and on disk.
/// </summary>
internal sealed class ItemFile : IDisposable
{
    private readonly string _part;
    private readonly string _place;
    private readonly FileStream _file;

    private ItemFile(string part, string place)
    {
        (_part, _place) = (part, place);
        _file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete, bufferSize: 1 << 16);
    }

    public Stream Content => _file;

    public long Length { get; private set; }

    public static string Place(string folder, WorkItem item) =>
        Path.Combine(folder, item.Bot, FormattableString.Invariant($"{item.Day:yyyy-MM-dd}.{item.Kind}.jsonl"));

    /// <summary>
    /// Creates the file, and removes what earlier attempts have left. With that, a late worker that was about to move its file has nothing
    /// to move, so it can never replace the file of the worker that took the item.
    /// </summary>
    public static ItemFile Create(string folder, WorkItem item)
    {
        var place = Place(folder, item);
        var directory = Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        foreach (var part in directory.EnumerateFiles(Path.GetFileName(place) + ".*.part"))
        {
            var attempt = part.Name.Split('.')[^2];
            if (int.TryParse(attempt, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < item.Attempt)
            {
                part.Delete();
            }
        }

        return new ItemFile(FormattableString.Invariant($"{place}.{item.Attempt}.part"), place);
    }

    /// <summary>Completes the content, and waits until it is on disk.</summary>
    public void Close()
    {
        _file.Flush(flushToDisk: true);
        Length = _file.Length;
        _file.Dispose();
    }

    /// <summary>Moves the file into place: readers see either no file or a whole one.</summary>
    /// <exception cref="FileNotFoundException">Another worker has taken the item and removed the file.</exception>
    public void MoveIntoPlace() => File.Move(_part, _place, overwrite: true);

    /// <summary>Removes the file, unless it was moved.</summary>
    public void Dispose()
    {
        try
        {
            _file.Dispose();
        }
        finally
        {
            // On a full disk, closing it fails, and it must not stay.
            File.Delete(_part);
        }
    }
}
