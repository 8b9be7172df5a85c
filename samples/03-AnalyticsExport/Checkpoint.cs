using System.Text.Json;

namespace AnalyticsExport;

/// <summary>How far an export is. It is on disk only whole: the file is written beside and then takes the other's place.</summary>
internal sealed record Checkpoint
{
    private const string FileName = "checkpoint.json";
    private const string Before = "checkpoint.json.old";

    /// <summary>Gets what is exported, to know that a folder holds the same.</summary>
    public required string Source { get; init; }

    /// <summary>Gets the window of time under way, from 0.</summary>
    public int Window { get; init; }

    /// <summary>Gets whether the sessions of the window are done, so that its messages are next.</summary>
    public bool InMessages { get; init; }

    /// <summary>Gets where the list goes on; nothing at its begin.</summary>
    public string? Continuation { get; init; }

    /// <summary>Gets the good bytes of the file of sessions.</summary>
    public long SessionsLength { get; init; }

    /// <summary>Gets the good bytes of the file of messages.</summary>
    public long MessagesLength { get; init; }

    /// <summary>Gets how many items the platform has said there are, in the lists that are done.</summary>
    public long Announced { get; init; }

    /// <summary>Reads the checkpoint of a folder, if it has one; the one before it if that is damaged.</summary>
    /// <exception cref="InvalidDataException">Neither can be read.</exception>
    public static Checkpoint? Load(string folder)
    {
        string[] kept = [.. new[] { FileName, Before }.Select(name => Path.Combine(folder, name)).Where(File.Exists)];
        return kept.Select(Read).FirstOrDefault(static checkpoint => checkpoint is not null)
            ?? (
                kept.Length == 0
                    ? null
                    : throw new InvalidDataException($"The checkpoint in '{folder}' is damaged. Delete the folder and begin again.")
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
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Puts the checkpoint in the place of the one before.</summary>
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
