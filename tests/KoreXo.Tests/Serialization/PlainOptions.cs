using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KoreXo.Tests.Serialization;

/// <summary>What an application has that does not set up the serializer. Reflection is off in this project, so it is asked for by name.</summary>
internal static class PlainOptions
{
    public static JsonSerializerOptions Default { get; } = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static JsonSerializerOptions Web { get; } = new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
}
