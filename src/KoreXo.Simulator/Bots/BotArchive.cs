using System.IO.Compression;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Bots;

/// <summary>The zip archive of a bot, which an export writes and an import reads.</summary>
internal static class BotArchive
{
    public const string DefinitionName = "botDefinition.json";

    // As public clients read it from exports; no page documents it.
    public const string ConfigurationName = "config.json";
    private const string IconName = "icon";
    private const string FunctionFolder = "botFunctions/";

    /// <summary>The maximum unpacked size, so that a small archive cannot exhaust memory.</summary>
    private const long MaxUnpacked = 512L * 1024 * 1024;

    public static ReadOnlyMemory<byte> Write(BotContent content, DateTimeOffset now)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, DefinitionName, content.Definition, now);
            Add(archive, ConfigurationName, content.Configuration, now);
            foreach (var function in content.Functions)
            {
                Add(archive, FunctionFolder + function.Name, function.Content, now);
            }

            if (content.Icon is { } icon)
            {
                Add(archive, IconName, icon, now);
            }
        }

        return stream.ToArray();
    }

    /// <exception cref="RefusalException">400: the file is not an archive, or has no definition or configuration.</exception>
    public static BotContent Read(ReadOnlyMemory<byte> bytes, string pointer)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            var files = Unpack(archive);
            return new BotContent(Demand(files, DefinitionName, pointer), Demand(files, ConfigurationName, pointer))
            {
                Icon = files.TryGetValue(IconName, out var icon) ? icon : (ReadOnlyMemory<byte>?)null,
                Functions =
                [
                    .. files
                        .Where(file => file.Key.StartsWith(FunctionFolder, StringComparison.Ordinal))
                        .Select(file => new BotFile(file.Key[FunctionFolder.Length..], file.Value)),
                ],
            };
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            throw RefusalException.BadRequest($"The body is not valid at {pointer}: the file is not a zip archive, or a damaged one.");
        }
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Unpack(ZipArchive archive)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);

        // A few kilobytes of zip can declare gigabytes. The declared lengths are added up before anything is unpacked, and nothing beyond
        // them is read, so an archive that declares too little does not get further either.
        var room = MaxUnpacked;
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            room -= entry.Length;
            if (room < 0)
            {
                throw new InvalidDataException("The archive unpacks to too much.");
            }

            // Reading is limited to the declared length; the reader rejects an entry with more content.
            var content = new byte[entry.Length];
            using var stream = entry.Open();
            stream.ReadExactly(content);
            files[entry.FullName] = content;
        }

        return files;
    }

    private static ReadOnlyMemory<byte> Demand(Dictionary<string, ReadOnlyMemory<byte>> files, string name, string pointer) =>
        files.TryGetValue(name, out var content)
            ? content
            : throw RefusalException.BadRequest($"The body is not valid at {pointer}: the archive holds no {name}.");

    private static void Add(ZipArchive archive, string name, ReadOnlyMemory<byte> content, DateTimeOffset now)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime =
            now < Earliest ? Earliest
            : now > Latest ? Latest
            : now;
        using var stream = entry.Open();
        stream.Write(content.Span);
    }

    /// <summary>Gets the earliest time that a zip archive can represent.</summary>
    private static DateTimeOffset Earliest => new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the latest one.</summary>
    private static DateTimeOffset Latest => new(2107, 12, 31, 23, 59, 58, TimeSpan.Zero);
}
