using System.Text.Json;

namespace AnalyticsExport;

/// <summary>
/// The progress of an export. The file is replaced atomically: the new one is written next to the old one and then moved over it.
/// </summary>
internal sealed record Checkpoint
{
    private const string FileName = "checkpoint.json";
    private const string Before = "checkpoint.json.old";

    /// <summary>Gets the identity of the export, to detect a folder that belongs to a different one.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the zero-based index of the current time window.</summary>
    public int Window { get; init; }

    /// <summary>Gets a value indicating whether the sessions of the window are done and its messages are next.</summary>
    public bool InMessages { get; init; }

    /// <summary>Gets the continuation token of the list; <see langword="null"/> at its start.</summary>
    public string? Continuation { get; init; }

    /// <summary>Gets the number of valid bytes in the sessions file.</summary>
    public long SessionsLength { get; init; }

    /// <summary>Gets the number of valid bytes in the messages file.</summary>
    public long MessagesLength { get; init; }

    /// <summary>Gets the total number of items that the platform reported for the completed lists.</summary>
    public long Announced { get; init; }

    /// <summary>Reads the checkpoint of a folder, if there is one, or the previous one if it is damaged.</summary>
    /// <exception cref="InvalidDataException">Neither can be read.</exception>
    public static Checkpoint? Load(string folder)
    {
        string[] kept = [.. new[] { FileName, Before }.Select(name => Path.Combine(folder, name)).Where(File.Exists)];
        return kept.Select(Read).FirstOrDefault(static checkpoint => checkpoint is not null)
            ?? (
                kept.Length == 0
                    ? null
                    : throw new InvalidDataException($"The checkpoint in '{folder}' is damaged. Delete the folder and start again.")
            );
    }

    private static Checkpoint? Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            return new Checkpoint
            {
                Source = root.GetProperty("source").GetString()!,
                Window = root.GetProperty("window").GetInt32(),
                InMessages = root.GetProperty("inMessages").GetBoolean(),
                Continuation = root.GetProperty("continuation").GetString(),
                SessionsLength = root.GetProperty("sessionsLength").GetInt64(),
                MessagesLength = root.GetProperty("messagesLength").GetInt64(),
                Announced = root.GetProperty("announced").GetInt64(),
            };
        }
        catch (Exception exception)
            when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Replaces the previous checkpoint.</summary>
    public void Save(string folder)
    {
        var path = Path.Combine(folder, FileName);
        using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
        {
            using (var json = new Utf8JsonWriter(file))
            {
                json.WriteStartObject();
                json.WriteString("source", Source);
                json.WriteNumber("window", Window);
                json.WriteBoolean("inMessages", InMessages);
                json.WriteString("continuation", Continuation);
                json.WriteNumber("sessionsLength", SessionsLength);
                json.WriteNumber("messagesLength", MessagesLength);
                json.WriteNumber("announced", Announced);
                json.WriteEndObject();
            }

            file.Flush(flushToDisk: true);
        }

        if (File.Exists(path))
        {
            File.Move(path, Path.Combine(folder, Before), overwrite: true);
        }

        File.Move(path + ".new", path, overwrite: true);
    }
}
