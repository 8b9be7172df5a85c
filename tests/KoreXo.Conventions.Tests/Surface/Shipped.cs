using System.CodeDom.Compiler;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json.Serialization;

namespace KoreXo.Conventions.Surface;

/// <summary>What users see of the shipped assemblies, by reflection.</summary>
internal static class Shipped
{
    public const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        typeof(ApiClient).Assembly,
        typeof(KoreXoClient).Assembly,
        typeof(RedisRateLimitStore).Assembly,
        typeof(PostgreSqlRateLimitStore).Assembly,
    ];

    public static IReadOnlyList<Type> PublicTypes { get; } = [.. Assemblies.SelectMany(static assembly => assembly.GetExportedTypes())];

    /// <summary>The public types that the generator emitted, without the registrations.</summary>
    public static IReadOnlyList<Type> Emitted { get; } =
    [
        .. typeof(KoreXoClient)
            .Assembly.GetExportedTypes()
            .Where(static type =>
                type.GetCustomAttribute<GeneratedCodeAttribute>()?.Tool == "KoreXo.Generator"
                && type.Namespace!.StartsWith("KoreXo", StringComparison.Ordinal)
            ),
    ];

    public static IReadOnlyList<Type> AreaClients { get; } = [.. Emitted.Where(static type => type.IsSubclassOf(typeof(ApiClient)))];

    public static IReadOnlyList<Type> Clients { get; } = [typeof(KoreXoClient), typeof(ApiClient), .. AreaClients];

    /// <summary>The emitted classes that have members to set: models, forms and options.</summary>
    public static IReadOnlyList<Type> Models { get; } =
    [
        .. Emitted.Where(static type =>
            type is { IsClass: true, IsNested: false, IsAbstract: false }
            && !type.IsSubclassOf(typeof(ApiClient))
            && type.GetConstructor([]) is not null
        ),
    ];

    /// <summary>The models that are read and written as JSON objects.</summary>
    public static IReadOnlyList<Type> JsonModels { get; } =
    [.. Models.Where(static type => type.GetCustomAttribute<JsonConverterAttribute>() is not null)];

    /// <summary>The methods of area clients that stand for an operation.</summary>
    public static IReadOnlyList<MethodInfo> Operations { get; } =
    [
        .. AreaClients
            .SelectMany(static type => type.GetMethods())
            .Where(static method => method.GetCustomAttribute<ApiOperationAttribute>() is not null),
    ];

    public static string Name(MemberInfo member) =>
        member.DeclaringType is { } type ? $"{type.FullName}.{member.Name}"
        : member is Type whole ? whole.FullName!
        : member.Name;

    public static bool IsHidden(Type type) => type.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never;

    public static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
