using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KoreXo.Tests.Wire;

/// <summary>The serializer on emitted metadata alone; reflection is off in these tests.</summary>
internal static class Json
{
    public static T Read<T>(string json, IJsonTypeInfoResolver resolver) => (T)Read(json, typeof(T), resolver);

    public static object Read(string json, Type type, IJsonTypeInfoResolver resolver) =>
        JsonSerializer.Deserialize(json, Info(type, resolver))!;

    public static string Write<T>(T value, IJsonTypeInfoResolver resolver) => Write(value!, typeof(T), resolver);

    public static string Write(object value, Type type, IJsonTypeInfoResolver resolver) =>
        JsonSerializer.Serialize(value, Info(type, resolver));

    private static JsonTypeInfo Info(Type type, IJsonTypeInfoResolver resolver) =>
        new JsonSerializerOptions { TypeInfoResolver = resolver }.GetTypeInfo(type);
}
