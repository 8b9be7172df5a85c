using System.IO.Compression;
using System.Text;

namespace KoreXo.Runtime.Tests;

/// <summary>
/// A response decoded from random bytes: a status, a body that may be neither JSON nor UTF-8, an encoding that may be wrong, a cut.
/// </summary>
internal sealed record DamagedResponse(int Status, string? Encoding, byte[] Body, string Framing)
{
    public const string RequestId = "req-77";

    private static readonly int[] Statuses = [200, 201, 302, 400, 401, 403, 404, 408, 409, 422, 429, 500, 503];
    private static readonly string?[] Encodings = [null, null, "gzip", "br", "deflate", "gzip, br", "zstd", "GZIP"];
    private static readonly string[] Framings = ["exact", "longer", "shorter", "chunked", "cut chunk", "none"];

    private static readonly string[] Texts =
    [
        """{"errors":[{"msg":"?","code":1}]}""",
        """{"error":"?","error_description":"?"}""",
        """{"name":"?","size":7,"x":{"y":["?"]}}""",
        """{"rows":[1,"?"],"hasMore":true}""",
        """{"_id":"?","status":"failed","message":"?"}""",
        "\"?\"",
        "<html><title>?</title>",
        "[[[[[?",
        "",
    ];

    public static DamagedResponse Read(byte[] bytes)
    {
        var at = 0;
        int Next() => at < bytes.Length ? bytes[at++] : 0;
        var status = Statuses[Next() % Statuses.Length];
        var encoding = Encodings[Next() % Encodings.Length];
        var framing = Framings[Next() % Framings.Length];
        var compressed = Next() % 3 > 0;
        var text = Texts[Next() % Texts.Length];
        var body = Fill(text, bytes.AsSpan(Math.Min(at, bytes.Length)));
        body = compressed && encoding is not null ? Compress(body, encoding) : body;
        if (Next() % 2 == 1 && body.Length > 0)
        {
            body[Next() % body.Length] ^= (byte)(1 + (Next() % 255));
        }

        return new DamagedResponse(status, encoding, body, framing);
    }

    /// <summary>Gets the response as it is sent over the wire.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder($"HTTP/1.1 {Status} X\r\nX-Request-Id: {RequestId}\r\nConnection: close\r\nRetry-After: 0\r\n");
        if (Encoding is not null)
        {
            head.Append("Content-Encoding: ").Append(Encoding).Append("\r\n");
        }

        var chunk = $"{Body.Length:x}\r\n";
        head.Append(
            Framing switch
            {
                "exact" => $"Content-Length: {Body.Length}\r\n\r\n",
                "longer" => $"Content-Length: {Body.Length + 9}\r\n\r\n",
                "shorter" => $"Content-Length: {Body.Length / 2}\r\n\r\n",
                "chunked" or "cut chunk" => $"Transfer-Encoding: chunked\r\n\r\n{(Body.Length == 0 ? "" : chunk)}",
                _ => "\r\n",
            }
        );
        var end = Framing == "chunked" ? (Body.Length == 0 ? "0\r\n\r\n"u8 : "\r\n0\r\n\r\n"u8) : default;
        return [.. System.Text.Encoding.ASCII.GetBytes(head.ToString()), .. Body, .. end];
    }

    public override string ToString() => $"{Status} {Encoding} {Framing} {Convert.ToHexString(Body)}";

    private static byte[] Fill(string text, ReadOnlySpan<byte> random)
    {
        var body = new List<byte>();
        foreach (var character in text)
        {
            if (character == '?')
            {
                body.AddRange(random[..Math.Min(random.Length, 24)]);
            }
            else
            {
                body.Add((byte)character);
            }
        }

        return [.. body];
    }

    private static byte[] Compress(byte[] body, string encoding)
    {
        using var target = new MemoryStream();
        using (
            Stream packing = encoding switch
            {
                "br" => new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true),
                "deflate" => new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true),
                _ => new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true),
            }
        )
        {
            packing.Write(body);
        }

        return target.ToArray();
    }
}
