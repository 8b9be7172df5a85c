using System.Text.Json;
using KoreXo.Simulator.Tables;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>Reads the columns of a row from a body.</summary>
internal static class ColumnReader
{
    /// <summary>Returns the columns of the row at a pointer in the body.</summary>
    /// <exception cref="RefusalException">A column is one that the platform fills itself.</exception>
    public static OrderedDictionary<string, JsonElement> Read(JsonElement row, string pointer)
    {
        var columns = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var column in row.EnumerateObject())
        {
            columns[column.Name] = SystemColumns.Contains(column.Name)
                ? throw RefusalException.BadRequest(
                    $"The body is not valid at {pointer}/{column.Name}: the platform fills this column itself."
                )
                : column.Value;
        }

        return columns;
    }
}
