using System.Reflection;
using System.Runtime.CompilerServices;
using KoreXo.Generator;

namespace KoreXo.Conventions.Surface;

/// <summary>What is static is shared by tenants, tests and compilations that know nothing of each other; so it never changes.</summary>
public sealed class StaticStateTests
{
    private static readonly Dictionary<string, string> NeverChanged = new(StringComparer.Ordinal)
    {
        ["KoreXo.Generator.Diagnostics.SpecDescriptors.Descriptors"] = "filled once; netstandard2.0 has no frozen dictionary",
        ["KoreXo.OpenApi.Reading.KindTable.Members"] = "filled once; netstandard2.0 has no frozen dictionary",
    };

    private static IEnumerable<Type> Types =>
        Shipped
            .Assemblies.Concat([typeof(KoreXoGenerator).Assembly, Assembly.Load("KoreXo.OpenApi")])
            .SelectMany(static assembly => assembly.GetTypes());

    /// <summary>
    /// Static fields that we wrote: the compiler's own (cached lambdas, inline data) live in types and under names with a '&lt;'.
    /// </summary>
    private static IEnumerable<FieldInfo> Fields =>
        Types
            .Where(static type => !type.FullName!.Contains('<', StringComparison.Ordinal) && !IsFromElsewhere(type))
            .SelectMany(static type => type.GetFields(Shipped.Declared))
            .Where(static member =>
                member is { IsStatic: true, IsLiteral: false }
                && (!member.Name.StartsWith('<') || member.Name.EndsWith("k__BackingField", StringComparison.Ordinal))
            );

    [Fact]
    public void Static_fields_are_read_only() =>
        Rule.Holds("A static field is readonly:", Fields, static field => field.IsInitOnly, Shipped.Name);

    [Fact]
    public void Static_properties_cannot_be_set() =>
        Rule.Holds(
            "A static property has no setter:",
            Types
                .SelectMany(static type => type.GetProperties(Shipped.Declared))
                .Where(static property => property.GetMethod is { IsStatic: true }),
            static property => property.SetMethod is null,
            Shipped.Name
        );

    [Fact]
    public void Static_fields_hold_nothing_that_can_be_filled() =>
        Rule.Holds(
            "A static field is no collection that can be added to:",
            Fields.Where(static field => !NeverChanged.ContainsKey(Shipped.Name(field))),
            static field => !CanBeFilled(field.FieldType) && !(field.FieldType.IsArray && field.IsPublic && field.DeclaringType!.IsVisible),
            Shipped.Name
        );

    [Fact]
    public void Nothing_is_static_for_each_thread() =>
        Rule.None(
            "No field is thread-static:",
            Fields.Where(static field => field.IsDefined(typeof(ThreadStaticAttribute))).Select(Shipped.Name)
        );

    private static bool CanBeFilled(Type type) =>
        type.IsGenericType
            && type.GetGenericTypeDefinition() is var definition
            && (
                definition == typeof(List<>)
                || definition == typeof(Dictionary<,>)
                || definition == typeof(HashSet<>)
                || definition == typeof(ConditionalWeakTable<,>)
                || definition.Namespace == "System.Collections.Concurrent"
            )
        || type == typeof(System.Text.StringBuilder)
        || type == typeof(HttpClient);

    private static bool IsFromElsewhere(Type type) =>
        type.Namespace is null || !type.Namespace.StartsWith("KoreXo", StringComparison.Ordinal);
}
