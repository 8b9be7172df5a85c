using System.Buffers;
using System.Text.Json;
using KoreXo;

namespace TableLoad;

/// <summary>Splits rows into chunks whose JSON stays within a limit.</summary>
internal static class RowChunks
{
    // The JSON around the rows. The comma between rows is counted with each row.
    private const int Frame = 16;

    public static IEnumerable<List<IReadOnlyDictionary<string, JsonAny>>> Cut(
        IEnumerable<IReadOnlyDictionary<string, JsonAny>> rows,
        int limit
    )
    {
        var chunk = new List<IReadOnlyDictionary<string, JsonAny>>();
        var bytes = Frame;
        foreach (var row in rows)
        {
            var length = Length(row) + 1;
            if (Frame + length > limit)
            {
                throw new InvalidDataException($"Row {row[CustomerRows.Number]} alone is larger than {limit} bytes.");
            }

            if (bytes + length > limit)
            {
                yield return chunk;
                (chunk, bytes) = ([], Frame);
            }

            chunk.Add(row);
            bytes += length;
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }

    private static int Length(IReadOnlyDictionary<string, JsonAny> row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (column, value) in row)
            {
                writer.WritePropertyName(column);
                value.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenCount;
    }
}
