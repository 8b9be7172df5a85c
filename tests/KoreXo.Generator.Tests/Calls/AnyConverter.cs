using System.Text.Json;
using System.Text.Json.Serialization;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>Lets the serializer read and write values of any kind.</summary>
internal sealed class AnyConverter : JsonConverter<JsonAny>
{
    public override JsonAny Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonAny.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonAny value, JsonSerializerOptions options) => value.WriteTo(writer);
}
