using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The codec of a value that is a single token.</summary>
internal sealed class ScalarCodec<T>(JsonValueReader<T> read, Action<Utf8JsonWriter, T> write) : JsonCodec<T>
{
    public override T Read(ref Utf8JsonReader reader) => read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value) => write(writer, value);
}
