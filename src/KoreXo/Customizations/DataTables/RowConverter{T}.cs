using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KoreXo.Runtime;

namespace KoreXo.DataTables;

/// <summary>Converts rows of the caller's type to columns and back.</summary>
internal sealed class RowConverter<T>
{
    private static readonly MapCodec<JsonAny> Columns = new(Codecs.Any);

    private readonly JsonTypeInfo<T> _type;

    public RowConverter(JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        _type = type;
    }

    /// <summary>
    /// Gets the table's own columns. A stored row that was changed still has those that the platform adds; only it sets them.
    /// </summary>
    public IReadOnlyDictionary<string, JsonAny> ToColumns(T row, string parameter)
    {
        var json = Serialize(row);
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new ArgumentException($"A row must be a JSON object, but {typeof(T).Name} is written as {json.ValueKind}.", parameter);
        }

        var columns = new Dictionary<string, JsonAny>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            columns[member.Name] = member.Value;
        }

        foreach (var added in PlatformColumns.Names)
        {
            columns.Remove(added);
        }

        return columns;
    }

    public T FromColumns(IReadOnlyDictionary<string, JsonAny> row, int index) => Read(row, Columns, index, mayHaveBeenApplied: false);

    public T FromStored(DataRow row, int index) => Read(row, DataRow.Codec.Instance, index, mayHaveBeenApplied: true);

    private T Read<TRow>(TRow row, JsonCodec<TRow> codec, int index, bool mayHaveBeenApplied)
    {
        try
        {
            var json = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(json))
            {
                codec.Write(writer, row);
            }

            return Deserialize(json.WrittenSpan) ?? throw new JsonException("The row is read as null.");
        }
        catch (JsonException exception)
        {
            throw new KoreXoException($"Row {index} of the response cannot be read as {typeof(T).Name}: {exception.Message}", exception)
            {
                MayHaveBeenApplied = mayHaveBeenApplied,
            };
        }
    }

#pragma warning disable RS0030 // The metadata is the caller's: nothing is assumed.
    private JsonElement Serialize(T row) => JsonSerializer.SerializeToElement(row, _type);

    private T? Deserialize(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, _type);
#pragma warning restore RS0030
}
