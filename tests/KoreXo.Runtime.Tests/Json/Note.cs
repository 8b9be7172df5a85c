using System.Text.Json;

namespace KoreXo.Runtime.Tests;

/// <summary>A model as the generator emits one: a required title and list, an optional number, and a secret.</summary>
internal sealed class Note : IJsonModel<Note>
{
    static JsonCodec<Note> IJsonModel<Note>.Codec => NoteCodec.Instance;

    public string? Title { get; set; }

    public long? Size { get; set; }

    public IReadOnlyList<string>? Tags { get; set; }

    public string? Secret { get; set; }

    public bool IsSecretNull { get; set; }

    public IReadOnlyDictionary<string, JsonElement>? ExtensionData;
}

internal sealed class NoteCodec() : ObjectCodec<Note>("title", "size", "tags", "secret")
{
    public static readonly NoteCodec Instance = new();

    protected override Note Create() => new();

    protected override void ReadMember(ref Utf8JsonReader reader, Note value, int member)
    {
        switch (member)
        {
            case 0:
                value.Title = JsonReading.String(ref reader);
                break;
            case 1:
                value.Size = JsonReading.Int64(ref reader);
                break;
            case 2:
                value.Tags = JsonReading.List(ref reader, Codecs.String);
                break;
            default:
                value.Secret = JsonReading.String(ref reader);
                break;
        }
    }

    protected override void ReadNull(Note value, int member) => value.IsSecretNull |= member == 3;

    protected override void WriteMembers(Utf8JsonWriter writer, Note value)
    {
        if (value.Title is not null)
        {
            writer.WriteString(Names[0], value.Title);
        }

        if (value.Size is { } size)
        {
            writer.WriteNumber(Names[1], size);
        }

        if (value.Tags is not null)
        {
            JsonWriting.List(writer, Names[2], value.Tags, Codecs.String);
        }

        if (value.Secret is not null && !ModelText.Masks(writer, Names[3]))
        {
            writer.WriteString(Names[3], value.Secret);
        }
    }

    protected override ref IReadOnlyDictionary<string, JsonElement>? Extension(Note value) => ref value.ExtensionData;

    protected override bool IsRequired(int member) => member is 0 or 2;

    protected override bool IsSet(Note value, int member) =>
        member switch
        {
            0 => value.Title is not null,
            1 => value.Size is not null,
            2 => value.Tags is not null,
            _ => value.Secret is not null,
        };
}
