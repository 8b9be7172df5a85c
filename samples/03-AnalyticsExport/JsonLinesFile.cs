using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AnalyticsExport;

/// <summary>A file with a JSON value on each line. When it is opened, anything written after the last checkpoint is truncated.</summary>
internal sealed class JsonLinesFile : IDisposable
{
    private readonly FileStream _file;

    private JsonLinesFile(FileStream file) => _file = file;

    public long Length => _file.Length;

    /// <summary>Opens or creates the file.</summary>
    /// <exception cref="InvalidDataException">The file is shorter than at the last checkpoint.</exception>
    public static JsonLinesFile Open(string path, long goodLength)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        if (file.Length < goodLength)
        {
            file.Dispose();
            throw new InvalidDataException($"{path} has lost content since the last checkpoint. Delete the folder and start again.");
        }

        file.SetLength(goodLength);
        file.Seek(0, SeekOrigin.End);
        return new JsonLinesFile(file);
    }

    /// <summary>Appends values and flushes them to disk.</summary>
    public void Append<T>(IReadOnlyList<T> values, JsonTypeInfo<T> type)
    {
        foreach (var value in values)
        {
            JsonSerializer.Serialize(_file, value, type);
            _file.WriteByte((byte)'\n');
        }

        _file.Flush(flushToDisk: true);
    }

    public void Dispose() => _file.Dispose();
}
