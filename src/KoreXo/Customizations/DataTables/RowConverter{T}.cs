using System.Buffers;
using System.Diagnostics.CodeAnalysis;
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

    /// <summary>Reads a row of a list.</summary>
    /// <returns><see langword="false"/>, with the reason, for a row that is not of the type.</returns>
    public bool TryRead(
        IReadOnlyDictionary<string, JsonAny> row,
        [MaybeNullWhen(false)] out T item,
        [NotNullWhen(false)] out JsonException? failure
    )
    {
        try
        {
            item = Read(row, Columns);
            failure = null;
            return true;
        }
        catch (JsonException exception)
        {
            item = default;
            failure = exception;
            return false;
        }
    }

    /// <summary>Gets a row as it was received.</summary>
    public static JsonElement ToJson(IReadOnlyDictionary<string, JsonAny> row)
    {
        var json = new Utf8JsonReader(Write(row, Columns).WrittenSpan);
        return JsonElement.ParseValue(ref json);
    }

    /// <summary>Reads a row that the service has stored: what cannot be read has been applied all the same.</summary>
    public T FromStored(DataRow row, int index)
    {
        try
        {
            return Read(row, DataRow.Codec.Instance);
        }
        catch (JsonException exception)
        {
            throw Unreadable(index, exception, mayHaveBeenApplied: true);
        }
    }

    public static KoreXoException Unreadable(int index, JsonException exception, bool mayHaveBeenApplied = false) =>
        new(
            $"Row {index} of the response cannot be read as {typeof(T).Name}: {exception.Message}"
                + (mayHaveBeenApplied ? "" : $" To read the other rows, use {nameof(PagedResult<T>.SkipUnreadable)}."),
            exception
        )
        {
            MayHaveBeenApplied = mayHaveBeenApplied,
        };

    private static ArrayBufferWriter<byte> Write<TRow>(TRow row, JsonCodec<TRow> codec)
    {
        var json = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(json);
        codec.Write(writer, row);
        writer.Flush();
        return json;
    }

    private T Read<TRow>(TRow row, JsonCodec<TRow> codec) =>
        Deserialize(Write(row, codec).WrittenSpan) ?? throw new JsonException("The row is read as null.");

#pragma warning disable RS0030 // The metadata is the caller's: nothing is assumed.
    private JsonElement Serialize(T row) => JsonSerializer.SerializeToElement(row, _type);

    private T? Deserialize(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize(json, _type);
#pragma warning restore RS0030
}
