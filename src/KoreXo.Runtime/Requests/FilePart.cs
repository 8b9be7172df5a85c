using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A file to upload.</summary>
/// <remarks>
/// The stream is read from its position at the time when the part is created, and stays open. A stream that cannot seek can be sent only
/// once, so a call with it is never retried. <see cref="FromFile"/> opens the file for each attempt and closes it afterwards.
/// </remarks>
public sealed class FilePart
{
    private const string AnyType = "application/octet-stream";

    private readonly Stream? _stream;
    private readonly long _start;
    private readonly string? _path;
    private readonly bool _hasContentType;
    private int _sent;

    /// <summary>Initializes a new instance of the <see cref="FilePart"/> class with a stream.</summary>
    /// <param name="content">The content; stays open.</param>
    /// <param name="fileName">The file name to send, without directories.</param>
    /// <param name="contentType">The media type; <c>application/octet-stream</c> if omitted.</param>
    /// <exception cref="ArgumentException">The stream is not readable, the name is empty, or the media type is invalid.</exception>
    public FilePart(Stream content, string fileName, string? contentType = null)
        : this(fileName, contentType)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream is not readable.", nameof(content));
        }

        _stream = content;
        _start = content.CanSeek ? content.Position : 0;
    }

    private FilePart(string path, string fileName, string? contentType)
        : this(fileName, contentType) => _path = path;

    private FilePart(string fileName, string? contentType)
    {
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        if (contentType is not null && !System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(contentType, out _))
        {
            throw new ArgumentException($"'{contentType}' is not a media type, such as text/csv.", nameof(contentType));
        }

        FileName = fileName;
        ContentType = contentType ?? AnyType;
        _hasContentType = contentType is not null;
    }

    /// <summary>Gets the file name to send.</summary>
    public string FileName { get; }

    /// <summary>Gets the media type.</summary>
    public string ContentType { get; }

    /// <summary>Gets a value indicating whether the part can be sent more than once.</summary>
    internal bool CanReplay => _stream is null or { CanSeek: true };

    /// <summary>Creates a part from a file on disk.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="contentType">The media type; <c>application/octet-stream</c> if omitted.</param>
    /// <returns>The part.</returns>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    public static FilePart FromFile(string path, string? contentType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new FileInfo(path);
        return file.Exists
            ? new FilePart(file.FullName, file.Name, contentType)
            : throw new FileNotFoundException("The file to upload does not exist.", path);
    }

    /// <summary>
    /// Chooses the media type: that of the file; otherwise, of those that the form allows, the one that matches the file name extension or
    /// the first.
    /// </summary>
    internal string TypeAmong(string? contentTypes)
    {
        if (_hasContentType || contentTypes is null)
        {
            return ContentType;
        }

        var types = contentTypes
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static type =>
                !type.Contains('*', StringComparison.Ordinal) && System.Net.Http.Headers.MediaTypeHeaderValue.TryParse(type, out _)
            )
            .ToList();
        var extension = Path.GetExtension(FileName).TrimStart('.').ToLowerInvariant();
        extension = extension == "jpg" ? "jpeg" : extension;
        return types.Find(type => extension.Length > 0 && type.EndsWith("/" + extension, StringComparison.OrdinalIgnoreCase))
            ?? types.FirstOrDefault()
            ?? ContentType;
    }

    /// <summary>Creates the content of one attempt.</summary>
    internal HttpContent CreateContent()
    {
        if (_path is not null)
        {
            return new StreamPartContent(
                new FileStream(
                    _path,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.Read,
                    1,
                    FileOptions.Asynchronous | FileOptions.SequentialScan
                ),
                leaveOpen: false
            );
        }

        if (_stream!.CanSeek)
        {
            _stream.Position = _start;
        }
        else if (Interlocked.Exchange(ref _sent, 1) == 1)
        {
            throw new InvalidOperationException(
                $"The stream of '{FileName}' cannot seek and has already been sent. Create a new FilePart."
            );
        }

        return new StreamPartContent(_stream, leaveOpen: true);
    }
}
