using System.Collections.Concurrent;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Files;

/// <summary>The uploaded files, by id.</summary>
internal sealed class FileStore(IdSource ids)
{
    private readonly ConcurrentDictionary<string, StoredFile> _files = new(StringComparer.Ordinal);

    // Clients may send a path, of their own machine or one such as ../x. The names of functions end up in archives, which others unpack.
    public StoredFile Add(string uploadedName, string extension, ReadOnlyMemory<byte> content)
    {
        var serverName = $"f-{ids.Groups()}.{extension}";
        var name = uploadedName[(uploadedName.LastIndexOfAny(['/', '\\']) + 1)..];
        var file = new StoredFile(ids.Digits(), serverName, name is "" or "." or ".." ? serverName : name, content);
        _files[file.Id] = file;
        return file;
    }

    /// <param name="id">The id that an upload returned.</param>
    /// <param name="pointer">The pointer to the id in the body.</param>
    /// <exception cref="RefusalException">400: no upload returned this id.</exception>
    public StoredFile Demand(string id, string pointer) =>
        _files.GetValueOrDefault(id)
        ?? throw RefusalException.BadRequest($"The body is not valid at {pointer}: there is no uploaded file '{id}'.");
}

/// <summary>An uploaded file.</summary>
internal sealed record StoredFile(string Id, string ServerName, string UploadedName, ReadOnlyMemory<byte> Content);
