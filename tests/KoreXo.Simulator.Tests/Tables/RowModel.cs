using System.Globalization;

namespace KoreXo.Simulator.Tests.Tables;

/// <summary>A second, deliberately plain reading of what filters mean, to hold the simulator against.</summary>
internal static class RowModel
{
    public static bool Matches(
        IReadOnlyDictionary<string, object?> row,
        IReadOnlyList<(string Field, string Operand, object? Value)> conditions,
        bool any
    )
    {
        var results = conditions
            .Select(condition => Matches(row.GetValueOrDefault(condition.Field), condition.Operand, condition.Value))
            .ToList();
        return results.Count == 0 || (any ? results.Contains(true) : !results.Contains(false));
    }

    private static bool Matches(object? left, string operand, object? right) =>
        operand switch
        {
            "=" => Equal(left, right),
            "!=" => !Equal(left, right),
            "<" => left is not null && right is not null && Less(left, right),
            _ => left is not null && right is not null && Less(right, left),
        };

    private static bool Equal(object? left, object? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        return Numbers(left, right) is var (a, b) ? a == b : Text(left) == Text(right);
    }

    private static bool Less(object left, object right) =>
        Numbers(left, right) is var (a, b) ? a < b : string.CompareOrdinal(Text(left), Text(right)) < 0;

    private static (int, int)? Numbers(object left, object right) =>
        (left is int || right is int) && Number(left) is { } a && Number(right) is { } b ? (a, b) : null;

    private static int? Number(object value) =>
        value switch
        {
            int number => number,
            string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };

    private static string Text(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            int number => number.ToString(CultureInfo.InvariantCulture),
            _ => (string)value,
        };
}
