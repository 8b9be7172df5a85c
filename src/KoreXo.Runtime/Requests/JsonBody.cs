using System.ComponentModel;
using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>A JSON body, serialised once into a pooled buffer.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonBody : RequestBody
{
    private readonly SharedBuffer _buffer;

    private JsonBody(SharedBuffer buffer) => _buffer = buffer;

    /// <inheritdoc/>
    public override bool CanReplay => true;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Json => _buffer.Written;

    /// <summary>Serialises a value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="codec">The codec of the type.</param>
    /// <returns>The body.</returns>
    public static JsonBody Create<T>(T value, JsonCodec<T> codec)
    {
        ArgumentNullException.ThrowIfNull(codec);
        return Write((codec, value), static (writer, state) => state.codec.Write(writer, state.value));
    }

    /// <summary>Makes a body of what is written.</summary>
    internal static JsonBody Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = new SharedBuffer();
        try
        {
            using var writer = new Utf8JsonWriter(buffer, JsonWriting.Options);
            write(writer, state);
            writer.Flush();
            return new JsonBody(buffer);
        }
        catch
        {
            buffer.Release();
            throw;
        }
    }

    internal override HttpContent CreateContent() => new SharedBufferContent(_buffer);

    /// <inheritdoc/>
    public override void Dispose()
    {
        _buffer.Release();
        base.Dispose();
    }
}
