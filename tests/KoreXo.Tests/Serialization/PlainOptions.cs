using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KoreXo.Tests.Models;

namespace KoreXo.Tests.Serialization;

/// <summary>
/// The options that an application may have. Reflection is off in this project, so where it is meant it is asked for by name.
/// </summary>
internal static class PlainOptions
{
    /// <summary>The serializer as it is without any setting.</summary>
    public static JsonSerializerOptions Default { get; } = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>The serializer as ASP.NET Core sets it.</summary>
    public static JsonSerializerOptions Web { get; } =
        new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>Without reflection: the resolvers of the areas, and nothing else.</summary>
    public static JsonSerializerOptions Resolvers { get; } =
        new() { TypeInfoResolver = JsonTypeInfoResolver.Combine([.. Area.All.Select(static area => area.Resolver)]) };

    /// <summary>
    /// Without reflection: a context of the application, then the resolvers of the areas, with the settings of ASP.NET Core.
    /// </summary>
    public static JsonSerializerOptions Context { get; } =
        new(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine([ApplicationContext.Default, .. Area.All.Select(static area => area.Resolver)]),
        };

    /// <summary>All that may change how values of an application's own are written.</summary>
    public static JsonSerializerOptions Unusual { get; } =
        new()
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
            PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper,
            DictionaryKeyPolicy = JsonNamingPolicy.SnakeCaseUpper,
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
            NumberHandling =
                System.Text.Json.Serialization.JsonNumberHandling.WriteAsString
                | System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
            UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
            WriteIndented = true,
            DefaultBufferSize = 16,
        };

    public static IReadOnlyDictionary<string, JsonSerializerOptions> All { get; } =
        new Dictionary<string, JsonSerializerOptions>(StringComparer.Ordinal)
        {
            ["default"] = Default,
            ["web"] = Web,
            ["resolvers"] = Resolvers,
            ["context"] = Context,
            ["unusual"] = Unusual,
        };
}
