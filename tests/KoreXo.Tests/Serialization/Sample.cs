using System.Net;
using System.Reflection;
using System.Text.Json;

namespace KoreXo.Tests.Serialization;

/// <summary>Creates a value of any type as an application does: by its constructor, with every member set.</summary>
internal static class Sample
{
    private const int MaxDepth = 4;

    private static readonly Dictionary<Type, object> Values = new()
    {
        [typeof(string)] = "text",
        [typeof(bool)] = true,
        [typeof(int)] = 7,
        [typeof(long)] = 8L,
        [typeof(double)] = 2.5,
        [typeof(decimal)] = 1.25m,
        [typeof(DateTimeOffset)] = new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.Zero),
        [typeof(DateOnly)] = new DateOnly(2024, 5, 1),
        [typeof(Uri)] = new Uri("https://files.example/archive.zip"),
        [typeof(TimeSpan)] = TimeSpan.FromSeconds(3),
        [typeof(byte[])] = new byte[] { 1, 2, 3 },
        [typeof(HttpStatusCode)] = HttpStatusCode.Created,
        [typeof(JsonElement)] = JsonDocument.Parse("""{"a":[1,null]}""").RootElement,
        [typeof(JsonAny)] = (JsonAny)new JsonAny[] { "a", 1, true },
    };

    public static object Create(Type type) => Create(type, 0) ?? throw new InvalidOperationException($"{type} has no value.");

    private static object? Create(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (Values.TryGetValue(type, out var value))
        {
            return value;
        }

        if (
            type.IsGenericType
            && (
                type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                || type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)
            )
        )
        {
            return CreateList(type.GenericTypeArguments[0], depth);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return CreateMap(type.GenericTypeArguments[1], depth);
        }

        if (depth > MaxDepth)
        {
            return type.IsValueType ? Activator.CreateInstance(type) : null;
        }

        return type.IsAbstract ? Create(type.GetNestedTypes()[0], depth) : CreateObject(type, depth);
    }

    private static object CreateObject(Type type, int depth)
    {
        var constructor = type.GetConstructors().OrderByDescending(static candidate => candidate.GetParameters().Length).First();
        var instance = constructor.Invoke([.. constructor.GetParameters().Select(parameter => Create(parameter.ParameterType, depth + 1))]);
        foreach (
            var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(static property => property.SetMethod is { IsPublic: true })
        )
        {
            // A member that has a value without being set tells a case of a union from the others.
            if (!IsConstant(property.GetValue(instance)) && Create(property.PropertyType, depth + 1) is { } member)
            {
                property.SetValue(instance, member);
            }
        }

        return instance;
    }

    private static bool IsConstant(object? value) =>
        (value?.GetType().GetProperty("Value")?.GetValue(value) ?? value) is string { Length: > 0 };

    private static Array CreateList(Type item, int depth)
    {
        var value = Create(item, depth + 1);
        var list = Array.CreateInstance(item, value is null ? 0 : 1);
        if (value is not null)
        {
            list.SetValue(value, 0);
        }

        return list;
    }

    private static object CreateMap(Type value, int depth)
    {
        var map = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        if (Create(value, depth + 1) is { } member)
        {
            map.Add("of tomorrow", member);
        }

        return map;
    }
}
