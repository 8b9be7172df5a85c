using System.Text.Json.Serialization.Metadata;

namespace KoreXo.DataTables;

/// <summary>Creates converters of rows.</summary>
internal static class RowConverter
{
    public static RowConverter<T> Create<T>(JsonTypeInfo<T> type) => new(type);
}
