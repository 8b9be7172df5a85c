using System.Globalization;

namespace TableLoad;

/// <summary>
/// The progress of a load. The file is replaced atomically, so that however the process ends, the next one knows where to resume.
/// </summary>
internal sealed class LoadState
{
    private readonly string? _path;

    /// <param name="path">The file; <see langword="null"/> to keep the state in memory only.</param>
    public LoadState(string? path)
    {
        _path = path;
        if (path is null || !File.Exists(path))
        {
            return;
        }

        var numbers = File.ReadAllText(path)
            .Split(' ')
            .Select(static text => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture))
            .ToArray();
        Next = numbers[0];
        Counted = numbers is [_, var found, var duplicated, var trials] ? (found, duplicated, trials) : null;
    }

    /// <summary>Gets the number of the first row that may not be in the table.</summary>
    public int Next { get; private set; } = 1;

    /// <summary>Gets the counts after loading, before anything was deleted.</summary>
    public (int Found, int Duplicated, int Trials)? Counted { get; private set; }

    public void Save(int next)
    {
        Next = next;
        Write($"{next}");
    }

    public void Save((int Found, int Duplicated, int Trials) counted)
    {
        Counted = counted;
        Write($"{Next} {counted.Found} {counted.Duplicated} {counted.Trials}");
    }

    /// <summary>Deletes the state, so that the next load starts from the beginning.</summary>
    public void Delete()
    {
        if (_path is not null)
        {
            File.Delete(_path);
        }
    }

    private void Write(string text)
    {
        if (_path is not null)
        {
            File.WriteAllText(_path + ".new", text);
            File.Move(_path + ".new", _path, overwrite: true);
        }
    }
}
