using System.IO.Compression;

namespace KoreXo.Runtime;

/// <summary>
/// Decompresses responses. .NET could too, but it accepts data that ends early as complete, and compresses downloads, whose length is then
/// unknown.
/// </summary>
internal static class ContentDecoding
{
    /// <summary>The encodings that are requested.</summary>
    public const string Accepted = "gzip, br";

    private const string Header = "Content-Encoding";

    /// <summary>Decompresses the content of a response while it is read. Content with an unknown encoding is left unchanged.</summary>
    public static void Apply(HttpResponseMessage response)
    {
        var content = response.Content;
        if (!content.Headers.NonValidated.Contains(Header))
        {
            return;
        }

        var encodings = content.Headers.ContentEncoding.Where(static encoding => !IsNone(encoding)).Reverse().ToList();
        if (encodings.Count > 0 && encodings.TrueForAll(IsKnown))
        {
            response.Content = new ReceivedContent(
                content,
                source => encodings.Aggregate(source, static (stream, encoding) => new DecodingStream(stream, encoding)),
                [Header, "Content-Length"]
            );
        }
    }

    /// <summary>Opens a stream that decompresses another.</summary>
    public static Stream Open(Stream source, string encoding) =>
        Is(encoding, "br") ? new BrotliStream(source, CompressionMode.Decompress)
        : Is(encoding, "deflate") ? new ZLibStream(source, CompressionMode.Decompress)
        : new GZipStream(source, CompressionMode.Decompress);

    /// <summary>Checks whether the last four bytes contain the uncompressed length.</summary>
    public static bool EndsWithLength(string encoding) => Is(encoding, "gzip") || Is(encoding, "x-gzip");

    private static bool IsKnown(string encoding) => EndsWithLength(encoding) || Is(encoding, "br") || Is(encoding, "deflate");

    private static bool IsNone(string encoding) => Is(encoding, "identity");

    private static bool Is(string encoding, string name) => encoding.Equals(name, StringComparison.OrdinalIgnoreCase);
}
