using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KoreXo.DataTables;

/// <summary>The columns that the platform adds to each row: the members that the document names.</summary>
internal static class PlatformColumns
{
    public static JsonTypeInfo<DataRow> RowType { get; } =
        (JsonTypeInfo<DataRow>)new JsonSerializerOptions { TypeInfoResolver = DataTablesJson.Resolver }.GetTypeInfo(typeof(DataRow));

    /// <summary>Gets the names. Written once from a row in which all are set, so that they are not repeated here.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. JsonSerializer.SerializeToElement(new DataRow { CreatedBy = "", CreatedOn = default, Id = "", SysId = "", UpdatedBy = "", UpdatedOn = default }, RowType)
            .EnumerateObject().Select(static column => column.Name),
    ];
}
