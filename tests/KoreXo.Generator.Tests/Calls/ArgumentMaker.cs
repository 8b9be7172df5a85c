using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Calls;

/// <summary>Makes the values that a user would hand to an emitted method.</summary>
internal sealed class ArgumentMaker(ExampleDocument document, JsonSerializerOptions json)
{
    public const string Text = "a text/+&=";

    public static readonly byte[] FileContent = "the file"u8.ToArray();

    /// <summary>A value of a type; where the type has parts they come from an example of its schema.</summary>
    public object? Make(Type type, SpecNode? schema)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => Text,
            _ when type == typeof(FilePart) => new FilePart(new MemoryStream(FileContent), "file.txt"),
            _ when type == typeof(FileOrText) => new FileOrText(new FilePart(new MemoryStream(FileContent), "file.txt")),
            _ when type == typeof(BinaryContent) => BinaryContent.FromBytes(FileContent),
            _ when type == typeof(MultipartForm) => new MultipartForm()
                .AddText("text", Text)
                .AddFile("file", new FilePart(new MemoryStream(FileContent), "file.txt")),
            _ when type == typeof(JsonAny) => (JsonAny)"any",
            _ when type.IsPrimitive || type == typeof(decimal) => FromJson(type, Plain(type)),
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
            _ when type == typeof(DateOnly) => DateOnly.MinValue,
            _ when type == typeof(TimeOnly) => new TimeOnly(10, 30),
            _ when type == typeof(TimeSpan) => TimeSpan.FromHours(1.5),
            _ when type == typeof(Guid) => new Guid("6f9619ff-8b86-d011-b42d-00cf4fc964ff"),
            _ when type == typeof(Uri) => new Uri("https://api.test/a?b=c"),
            _ when IsForm(type) => Form(type, schema),
            _ when IsList(type, out var item) => List(item, schema is null ? null : document.Resolve(schema)["items"]),
            _ when NamedValue(schema) is { } value => FromJson(type, value),
            _ => FromJson(type, schema is null ? "value" : document.Example(schema)),
        };
    }

    public object? FromJson(Type type, JsonNode? value) => value.Deserialize(json.GetTypeInfo(type));

    /// <summary>Sets every property that can be set: the optional parameters of a method, or the parts of a form.</summary>
    public object Fill(Type type, Func<string, SpecNode?> schema)
    {
        var made = Activator.CreateInstance(type)!;
        foreach (
            var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanWrite)
        )
        {
            property.SetValue(made, Make(property.PropertyType, schema(property.Name)));
        }

        return made;
    }

    /// <summary>Compares names as C# sees them: without separators and case.</summary>
    public static bool IsNamed(string wireName, string name) =>
        string.Equals(Letters(wireName), Letters(name), StringComparison.OrdinalIgnoreCase);

    /// <summary>One of the values of a set, which in an address must not be empty.</summary>
    private string? NamedValue(SpecNode? schema) =>
        schema is null
            ? null
            : document
                .Resolve(schema)["enum"]
                ?.Items.Find(static value => value.Kind == SpecNodeKind.String && value.Text.Length > 0)
                ?.Text;

    private object Form(Type type, SpecNode? schema) => Fill(type, name => Property(schema, name));

    private SpecNode? Property(SpecNode? schema, string name)
    {
        if (schema is null)
        {
            return null;
        }

        schema = document.Resolve(schema);
        var wireName = schema["properties"]?.Names.FirstOrDefault(wireName => IsNamed(wireName, name));
        return wireName is not null
            ? schema["properties"]![wireName]
            : schema["allOf"]?.Items.Select(part => Property(part, name)).FirstOrDefault(static found => found is not null);
    }

    private IList List(Type item, SpecNode? schema)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        list.Add(Make(item, schema));
        return list;
    }

    /// <summary>The parts of a form are no JSON, so their class has no converter.</summary>
    private static bool IsForm(Type type) =>
        type is { IsClass: true, Namespace: "Sample" }
        && type.GetCustomAttribute<System.Text.Json.Serialization.JsonConverterAttribute>() is null;

    private static bool IsList(Type type, out Type item)
    {
        item =
            type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                ? type.GetGenericArguments()[0]
                : typeof(object);
        return item != typeof(object);
    }

    private static JsonNode Plain(Type type) => type == typeof(bool) ? true : 3;

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
