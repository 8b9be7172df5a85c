using System.Text.Json;

namespace KoreXo.Simulator.Tables;

/// <summary>A column of a table's description.</summary>
internal sealed record TableColumn(string Name, string Type)
{
    /// <summary>The columns of these rows, in the order of their first appearance, each of the type of its first value.</summary>
    public static IReadOnlyList<TableColumn> Of(IEnumerable<TableRow> rows)
    {
        var columns = new OrderedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in rows.SelectMany(row => row.Columns))
        {
            if (!columns.TryGetValue(name, out var type) || type is null)
            {
                columns[name] = TypeOf(value);
            }
        }

        return [.. columns.Select(column => new TableColumn(column.Key, column.Value ?? "string"))];
    }

    /// <summary>The platform's pages only show <c>string</c>; the other names are this simulator's.</summary>
    private static string? TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Object or JsonValueKind.Array => "object",
        _ => "string",
    };
}
