namespace KoreXo.Runtime.Tests;

/// <summary>A body is read completely, up to its limit, whatever its size and however it arrives.</summary>
public sealed class PooledBytesTests
{
    private const int Mebi = 1024 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(Mebi - 1)]
    [InlineData(Mebi)]
    [InlineData(Mebi + 1)]
    [InlineData((5 * Mebi) + 17)]
    public async Task A_body_is_read_as_it_is(int length)
    {
        var body = Bytes(length);
        foreach (var announces in new[] { true, false })
        {
            using var read = await PooledBytes.ReadAsync(Content(body, announces), long.MaxValue, CancellationToken.None);
            Assert.False(read.IsCut);
            Assert.True(read.Span.SequenceEqual(body), $"{length} bytes, announced: {announces}");
        }
    }

    [Theory]
    [InlineData(10, 9)]
    [InlineData(5 * Mebi, (5 * Mebi) - 1)]
    [InlineData(5 * Mebi, 100)]
    [InlineData(3 * Mebi, 2 * Mebi)]
    public async Task What_is_beyond_the_limit_is_not_read(int length, int limit)
    {
        var body = Bytes(length);
        using var read = await PooledBytes.ReadAsync(Content(body, announces: false), limit, CancellationToken.None);
        Assert.True(read.IsCut);
        Assert.InRange(read.Span.Length, Math.Min(limit, 32 * 1024), limit);
        Assert.True(body.AsSpan().StartsWith(read.Span));
    }

    [Fact]
    public void The_default_is_what_a_small_container_can_bear() => Assert.Equal(32 * Mebi, new KoreXoClientOptions().MaxResponseBytes);

    private static byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        for (var at = 0; at < length; at++)
        {
            bytes[at] = (byte)('a' + (at % 23));
        }

        return bytes;
    }

    private static StreamContent Content(byte[] body, bool announces)
    {
        var content = new StreamContent(new Dribble(body));
        content.Headers.ContentLength = announces ? body.Length : null;
        return content;
    }

    /// <summary>Returns irregular chunks, as a network does.</summary>
    private sealed class Dribble(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 17_389)], cancellationToken);
    }
}
