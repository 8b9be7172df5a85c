using System.Text.Json;
using KoreXo.Simulator.Tables;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>Reads the <c>query</c> of a body, whose shape has already been validated against the schema.</summary>
internal static class RowFilterReader
{
    /// <summary>Returns the filter; without one, every row matches.</summary>
    public static RowFilter Read(OperationCall call) => call.Member("query") is { } query ? Read(query) : RowFilter.Everything;

    /// <summary>Returns a filter with at least one condition, since changing all rows is not documented.</summary>
    /// <exception cref="RefusalException">The filter is missing or empty.</exception>
    public static RowFilter Demand(OperationCall call)
    {
        var filter = Read(call);
        return filter.Conditions.Count > 0
            ? filter
            : throw RefusalException.BadRequest(
                "The body is not valid at /query/expressions: at least one condition is needed to change or delete rows."
            );
    }

    private static RowFilter Read(JsonElement query) =>
        new(
            query.TryGetProperty("expressions", out var expressions) ? [.. expressions.EnumerateArray().Select(ReadCondition)] : [],
            query.TryGetProperty("operator", out var connective) && connective.GetString() == "or"
        );

    private static RowCondition ReadCondition(JsonElement expression) =>
        new(
            expression.GetProperty("field").GetString()!,
            expression.GetProperty("operand").GetString() switch
            {
                "=" => Comparison.Equal,
                "!=" => Comparison.NotEqual,
                "<" => Comparison.Less,
                ">" => Comparison.Greater,
                var other => throw RefusalException.BadRequest($"The comparison '{other}' is not known."),
            },
            CellValue.From(expression.GetProperty("value"))
        );
}
