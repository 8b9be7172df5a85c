using System.Text.Json;

namespace KoreXo.Cli.Calls.Output;

/// <summary>Chooses the columns of items.</summary>
internal static class TabularRows
{
    /// <summary>The column of items that are no objects.</summary>
    public const string Value = "value";

    /// <summary>Returns the members that occur: the declared ones in their order, then others as they appear.</summary>
    public static IReadOnlyList<string> Columns(IEnumerable<string> declared, IReadOnlyList<JsonElement> rows)
    {
        var present = rows.SelectMany(Members).Select(static member => member.Name).Distinct(StringComparer.Ordinal).ToList();
        var known = declared.Where(present.Contains).ToList();
        return present.Count == 0 ? [Value] : [.. known, .. present.Except(known, StringComparer.Ordinal)];
    }

    public static IEnumerable<JsonProperty> Members(JsonElement row) => row.ValueKind == JsonValueKind.Object ? row.EnumerateObject() : [];

    public static JsonElement? Cell(JsonElement row, string column) =>
        row.ValueKind != JsonValueKind.Object ? (column == Value ? row : null)
        : row.TryGetProperty(column, out var value) ? value
        : null;
}
