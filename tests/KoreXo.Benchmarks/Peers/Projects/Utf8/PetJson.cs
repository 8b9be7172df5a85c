using System.Buffers;
using System.Text.Json;

namespace Peers;

/// <summary>Reads and writes a pet.</summary>
internal static class PetJson
{
    public static byte[] Write(PetRow pet)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        json.WriteString("name"u8, pet.Name);
        json.WritePropertyName("category"u8);
        WriteNamed(json, pet.Category!);
        json.WriteStartArray("photoUrls"u8);
        foreach (var photo in pet.PhotoUrls)
        {
            json.WriteStringValue(photo);
        }

        json.WriteEndArray();
        json.WriteStartArray("tags"u8);
        foreach (var tag in pet.Tags!)
        {
            WriteNamed(json, tag);
        }

        json.WriteEndArray();
        json.WriteString("status"u8, pet.Status);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static List<PetRow> ReadMany(ref Utf8JsonReader reader)
    {
        var pets = new List<PetRow>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            pets.Add(Read(ref reader));
        }

        return pets;
    }

    public static PetRow Read(ref Utf8JsonReader reader)
    {
        var pet = new PetRow();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("id"u8))
            {
                pet.Id = reader.GetInt64();
            }
            else if (name.SequenceEqual("name"u8))
            {
                pet.Name = reader.GetString()!;
            }
            else if (name.SequenceEqual("category"u8))
            {
                pet.Category = ReadNamed(ref reader);
            }
            else if (name.SequenceEqual("photoUrls"u8))
            {
                pet.PhotoUrls = ReadTexts(ref reader);
            }
            else if (name.SequenceEqual("tags"u8))
            {
                pet.Tags = ReadTags(ref reader);
            }
            else if (name.SequenceEqual("status"u8))
            {
                pet.Status = ReadStatus(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return pet;
    }

    private static string? ReadStatus(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("available"u8) ? "available"
        : reader.ValueTextEquals("pending"u8) ? "pending"
        : reader.ValueTextEquals("sold"u8) ? "sold"
        : reader.GetString();

    private static List<string> ReadTexts(ref Utf8JsonReader reader)
    {
        var texts = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.GetString()!);
        }

        return texts;
    }

    private static List<NamedRow> ReadTags(ref Utf8JsonReader reader)
    {
        var tags = new List<NamedRow>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            tags.Add(ReadNamed(ref reader));
        }

        return tags;
    }

    private static NamedRow ReadNamed(ref Utf8JsonReader reader)
    {
        var named = new NamedRow();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.ValueSpan;
            reader.Read();
            if (name.SequenceEqual("id"u8))
            {
                named.Id = reader.GetInt64();
            }
            else if (name.SequenceEqual("name"u8))
            {
                named.Name = reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return named;
    }

    private static void WriteNamed(Utf8JsonWriter json, NamedRow named)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, named.Id!.Value);
        json.WriteString("name"u8, named.Name);
        json.WriteEndObject();
    }
}
