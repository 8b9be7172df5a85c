using System.Buffers;
using System.Text.Json;

namespace KoreXo.DataTables;

/// <summary>The columns that the platform adds to each row: the members that the document names.</summary>
internal static class PlatformColumns
{
    /// <summary>Gets the names. They are read from a row in which all are set, so that they are not repeated here.</summary>
    public static IReadOnlyList<string> Names { get; } = Read();

    private static string[] Read()
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            DataRow.Codec.Instance.Write(
                writer,
                new DataRow
                {
                    CreatedBy = "",
                    CreatedOn = default,
                    Id = "",
                    RowId = "",
                    UpdatedBy = "",
                    UpdatedOn = default,
                }
            );
        }

        using var document = JsonDocument.Parse(json.WrittenMemory);
        return [.. document.RootElement.EnumerateObject().Select(static column => column.Name)];
    }
}
