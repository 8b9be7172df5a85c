using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>The codec of <see cref="JsonAny"/>, for which null is a regular value.</summary>
internal sealed class AnyCodec : JsonCodec<JsonAny>
{
    public override bool HandleNull => true;

    public override JsonAny Read(ref Utf8JsonReader reader) => JsonAny.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonAny value) => value.WriteTo(writer);
}
