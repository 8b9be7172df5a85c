using System.Collections.Concurrent;
using System.Security.Cryptography;
using KoreXo.Simulator.Routing;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Files;

/// <summary>Files that anyone with the link can download, as from the platform's storage.</summary>
internal sealed class DownloadStore
{
    private const string Folder = "downloads";

    private readonly ConcurrentDictionary<string, DownloadFile> _files = new(StringComparer.Ordinal);

    /// <summary>Stores a file.</summary>
    /// <returns>The path, and the query that grants access.</returns>
    public (string Path, string Query) Add(string name, ReadOnlyMemory<byte> content)
    {
        var query = "s=" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _files[name] = new DownloadFile(query, ContentTypeOf(name), content);
        return ($"/{Folder}/{name}", query);
    }

    /// <summary>Returns the requested file; null if the request is for something else.</summary>
    /// <exception cref="RefusalException">The link is invalid or no longer valid.</exception>
    public DownloadFile? Find(string method, RequestTarget target)
    {
        if (target.Segments is not [Folder, var name])
        {
            return null;
        }

        if (method != "GET")
        {
            throw RefusalException.WrongVerb(method, target.Path, ["GET"]);
        }

        if (!_files.TryGetValue(name, out var file))
        {
            throw RefusalException.NotFound($"There is no file at '{target.Path}'.");
        }

        return file.Query == target.Query ? file : throw RefusalException.Forbidden("The link to the file lacks its right query.");
    }

    /// <summary>Stores a file.</summary>
    /// <returns>The complete link.</returns>
    public string AddLink(Uri endpoint, string name, ReadOnlyMemory<byte> content)
    {
        var (path, query) = Add(name, content);
        return new Uri(endpoint, $"{path}?{query}").AbsoluteUri;
    }

    private static string ContentTypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".zip" => "application/zip",
            ".csv" => "text/csv",
            ".json" => "application/json",
            _ => "application/octet-stream",
        };
}

/// <summary>A file that can be downloaded through its link.</summary>
internal sealed record DownloadFile(string Query, string ContentType, ReadOnlyMemory<byte> Content);
