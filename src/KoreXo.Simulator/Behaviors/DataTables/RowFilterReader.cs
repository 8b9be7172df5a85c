using System.Text.Json;
using KoreXo.Simulator.Tables;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>Reads the <c>query</c> of a body, whose shape the schema has already held.</summary>
internal static class RowFilterReader
{
    /// <summary>The filter; every row where there is none.</summary>
    public static RowFilter Read(OperationCall call) => call.Member("query") is { } query ? Read(query) : RowFilter.Everything;

    /// <summary>A filter that has at least one condition: nothing is documented about a change of all rows.</summary>
    /// <exception cref="RefusalException">There is no filter, or an empty one.</exception>
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
