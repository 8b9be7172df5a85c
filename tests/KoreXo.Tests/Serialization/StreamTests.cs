using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Tests.Serialization;

/// <summary>Every model from and to streams that give and take a few bytes at a time.</summary>
public sealed class StreamTests
{
    private const int FewBytes = 7;

    private static readonly JsonSerializerOptions Options = new(PlainOptions.Web) { DefaultBufferSize = 16 };

    public static TheoryData<string> Models => ModelExamples.Names;

    [Theory]
    [MemberData(nameof(Models))]
    public async Task A_model_comes_back_through_a_slow_stream(string model)
    {
        var (type, examples) = ModelExamples.Of(model);
        foreach (var json in examples)
        {
            using var slow = new SlowStream(json, FewBytes);
            var value = await JsonSerializer.DeserializeAsync(slow, type, Options);
            using var target = new MemoryStream();
            await JsonSerializer.SerializeAsync(target, value, type, Options);

            AssertSame(json, Encoding.UTF8.GetString(target.ToArray()));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Many_models_come_back_through_a_slow_stream(string model)
    {
        var (type, examples) = ModelExamples.Of(model);
        var json = $"[{string.Join(" , ", examples)}]";
        using var slow = new SlowStream(json, FewBytes);
        var value = await JsonSerializer.DeserializeAsync(slow, type.MakeArrayType(), Options);
        using var target = new MemoryStream();
        await JsonSerializer.SerializeAsync(target, value, type.MakeArrayType(), Options);

        AssertSame(json, Encoding.UTF8.GetString(target.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public async Task A_model_comes_back_through_a_pipe_that_is_cut_into_segments(string model)
    {
        var (type, examples) = ModelExamples.Of(model);
        foreach (var json in examples)
        {
            var pipe = new Pipe(new PipeOptions(minimumSegmentSize: 1, pool: new SmallMemory(FewBytes)));
            foreach (var bytes in Encoding.UTF8.GetBytes(json).Chunk(FewBytes))
            {
                await pipe.Writer.WriteAsync(bytes);
            }

            await pipe.Writer.CompleteAsync();
            var value = await JsonSerializer.DeserializeAsync(pipe.Reader, type, Options);

            AssertSame(json, JsonSerializer.Serialize(value, type, Options));
        }
    }

    private static void AssertSame(string json, string written) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), $"Read    {json}\nwritten {written}");

    /// <summary>A stream that never gives more than a few bytes.</summary>
    private sealed class SlowStream(string text, int most) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken);
    }

    /// <summary>Memory in pieces of a few bytes, so that tokens lie across the borders of segments.</summary>
    private sealed class SmallMemory(int size) : MemoryPool<byte>
    {
        public override int MaxBufferSize => size;

        public override IMemoryOwner<byte> Rent(int minBufferSize = -1) => new Piece(new byte[size]);

        protected override void Dispose(bool disposing) { }

        private sealed class Piece(byte[] bytes) : IMemoryOwner<byte>
        {
            public Memory<byte> Memory => bytes;

            public void Dispose() { }
        }
    }
}
