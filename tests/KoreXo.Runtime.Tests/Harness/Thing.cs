using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>A model as the generator emits one.</summary>
internal sealed class Thing
{
    public string Name { get; init; } = "";

    public long? Size { get; init; }

    public IReadOnlyDictionary<string, JsonElement> ExtensionData { get; init; } =
        new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}

internal sealed class ThingCodec : JsonCodec<Thing>
{
    public static readonly ThingCodec Instance = new();

    private static readonly JsonNames Names = new("name", "size", "größe");

    public override Thing Read(ref Utf8JsonReader reader)
    {
        JsonReading.StartObject(ref reader);
        string name = "";
        long? size = null;
        Dictionary<string, JsonElement>? unknown = null;
        var cursor = 0;
        while (true)
        {
            switch (Names.Read(ref reader, ref cursor, out string? other))
            {
                case JsonNames.Unknown:
                    (unknown ??= new(StringComparer.Ordinal))[other!] = JsonElement.ParseValue(ref reader);
                    break;
                case 0:
                    name = JsonReading.IsNull(ref reader) ? "" : JsonReading.String(ref reader);
                    break;
                case 1 or 2:
                    size = JsonReading.IsNull(ref reader) ? null : JsonReading.Int64(ref reader);
                    break;
                default:
                    return new Thing
                    {
                        Name = name,
                        Size = size,
                        ExtensionData = unknown ?? [],
                    };
            }
        }
    }

    public override void Write(Utf8JsonWriter writer, Thing value)
    {
        writer.WriteStartObject();
        writer.WriteString(Names[0], value.Name);
        if (value.Size is { } size)
        {
            writer.WriteNumber(Names[1], size);
        }

        foreach (var (name, member) in value.ExtensionData)
        {
            writer.WritePropertyName(name);
            JsonWriting.Element(writer, member);
        }

        writer.WriteEndObject();
    }
}
