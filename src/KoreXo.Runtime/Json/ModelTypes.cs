using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KoreXo.Runtime;

/// <summary>Creates the metadata that emitted resolvers return to the serializer, without reflection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelTypes
{
    /// <summary>Describes a class, or a list of it.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <param name="type">The requested type: the class, or the list.</param>
    /// <param name="options">The options that the metadata is for.</param>
    /// <returns>The metadata; <see langword="null"/> for any other type.</returns>
    public static JsonTypeInfo? Class<T>(Type type, JsonSerializerOptions options)
        where T : class, IJsonModel<T> =>
        type == typeof(T) ? JsonMetadataServices.CreateValueInfo<T>(options, T.Codec)
        : type == typeof(IReadOnlyList<T>) ? JsonMetadataServices.CreateValueInfo<IReadOnlyList<T>>(options, new ListCodec<T>(T.Codec))
        : null;

    /// <summary>Describes a value set, or a nullable one.</summary>
    /// <typeparam name="T">The value set.</typeparam>
    /// <param name="type">The requested type.</param>
    /// <param name="options">The options that the metadata is for.</param>
    /// <returns>The metadata; <see langword="null"/> for any other type.</returns>
    public static JsonTypeInfo? Value<T>(Type type, JsonSerializerOptions options)
        where T : struct, IJsonModel<T> =>
        type == typeof(T) ? JsonMetadataServices.CreateValueInfo<T>(options, T.Codec)
        : type == typeof(T?) ? JsonMetadataServices.CreateValueInfo<T?>(options, new NullableCodec<T>(T.Codec))
        : null;

    /// <summary>Describes one case of a union.</summary>
    /// <typeparam name="TCase">The case.</typeparam>
    /// <typeparam name="TValue">The type of the value of the case.</typeparam>
    /// <param name="options">The options that the metadata is for.</param>
    /// <returns>The metadata.</returns>
    public static JsonTypeInfo Case<TCase, TValue>(JsonSerializerOptions options)
        where TCase : class, IUnionCase<TCase, TValue> =>
        JsonMetadataServices.CreateValueInfo<TCase>(options, new UnionCaseConverter<TCase, TValue>());

    /// <summary>Describes a type that is not a model of the document: values of any type, and tables of them.</summary>
    /// <param name="type">The requested type.</param>
    /// <param name="options">The options that the metadata is for.</param>
    /// <returns>The metadata; <see langword="null"/> for any other type.</returns>
    public static JsonTypeInfo? Shared(Type type, JsonSerializerOptions options)
    {
        if (Value<JsonAny>(type, options) is { } any)
        {
            return any;
        }

        if (type == typeof(IReadOnlyDictionary<string, JsonAny>))
        {
            return JsonMetadataServices.CreateValueInfo<IReadOnlyDictionary<string, JsonAny>>(options, Rows.Row);
        }

        if (type == typeof(IReadOnlyList<IReadOnlyDictionary<string, JsonAny>>))
        {
            return JsonMetadataServices.CreateValueInfo<IReadOnlyList<IReadOnlyDictionary<string, JsonAny>>>(
                options,
                new ListCodec<IReadOnlyDictionary<string, JsonAny>>(Rows.Row)
            );
        }

        // The declared type of a row, and its actual type: for a member declared as object, the serializer looks at the runtime type.
        return type == typeof(Dictionary<string, JsonAny>)
            ? JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, JsonAny>, string, JsonAny>(
                options,
                new() { ObjectCreator = static () => new(StringComparer.Ordinal) }
            )
            : null;
    }

    private static class Rows
    {
        public static readonly MapCodec<JsonAny> Row = new(Codecs.Any);
    }
}
