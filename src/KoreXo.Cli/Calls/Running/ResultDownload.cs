using System.Globalization;
using System.Text.Json;
using KoreXo.Cli.Files;
using KoreXo.Cli.Outcomes;
using KoreXo.OpenApi.Text;

namespace KoreXo.Cli.Calls.Running;

/// <summary>Saves the file that a result is, or links to.</summary>
internal sealed class ResultDownload(CallClient client, TextWriter remarks)
{
    private const int BufferSize = 81_920;

    /// <summary>Downloads from the link in a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="pointer">The JSON pointer of the link; null if the result has only one.</param>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="CommandException">The result has no such link, or several, or the file cannot be written.</exception>
    public async Task FollowAsync(JsonElement result, string? pointer, string path, CancellationToken cancellationToken)
    {
        var links = Links(result, "").ToList();
        var chosen = pointer is null ? links : links.FindAll(link => link.Pointer == pointer);
        if (chosen is not [var (_, address)])
        {
            throw new CommandException(
                links.Count == 0
                    ? "--out: the result has no link to a file."
                    : $"--out: choose a link of the result with --link: {string.Join(", ", links.Select(static link => link.Pointer))}."
            );
        }

        try
        {
            var length = await client.DownloadAsync(address, path, cancellationToken: cancellationToken);
            await remarks.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}: {length} bytes"));
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--out '{path}' cannot be written: {FileProblem.Describe(path, error)}", error);
        }
    }

    /// <summary>Saves a response of bytes.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static async Task SaveAsync(Stream content, string path, TextWriter remarks, CancellationToken cancellationToken)
    {
        try
        {
            var length = 0L;
            await WholeFile.WriteAsync(path, async (file, token) => length = await CopyAsync(content, file, token), cancellationToken);
            await remarks.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{path}: {length} bytes"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--out '{path}' cannot be written: {FileProblem.Describe(path, error)}", error);
        }
    }

    // A pipe does not know how much was written to it.
    private static async Task<long> CopyAsync(Stream content, Stream file, CancellationToken cancellationToken)
    {
        var (buffer, length) = (new byte[BufferSize], 0L);
        while (await content.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            length += read;
        }

        return length;
    }

    private static IEnumerable<(string Pointer, Uri Link)> Links(JsonElement value, string pointer) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(item => Links(item.Value, JsonPointer.Append(pointer, item.Name))),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) => Links(item, JsonPointer.Append(pointer, index))),
            JsonValueKind.String
                when Uri.TryCreate(value.GetString(), UriKind.Absolute, out var link)
                    && (link.Scheme == Uri.UriSchemeHttps || (link.Scheme == Uri.UriSchemeHttp && link.IsLoopback)) => [(pointer, link)],
            _ => [],
        };
}
