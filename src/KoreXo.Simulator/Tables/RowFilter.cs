namespace KoreXo.Simulator.Tables;

/// <summary>The conditions of a filter, of which all or any must be true. Without conditions, every row matches.</summary>
internal sealed record RowFilter(IReadOnlyList<RowCondition> Conditions, bool Any)
{
    public static RowFilter Everything { get; } = new([], Any: false);

    public bool Matches(TableRow row)
    {
        if (Conditions.Count == 0)
        {
            return true;
        }

        return Any ? Conditions.Any(condition => condition.Matches(row)) : Conditions.All(condition => condition.Matches(row));
    }
}

/// <summary>One condition of a filter.</summary>
internal sealed record RowCondition(string Column, Comparison Comparison, CellValue Value)
{
    public bool Matches(TableRow row)
    {
        var order = CellValue.Compare(row.Cell(Column), Value);
        return Comparison switch
        {
            Comparison.Equal => order == 0,
            Comparison.NotEqual => order != 0,
            Comparison.Less => order < 0,
            _ => order > 0,
        };
    }
}

/// <summary>The comparison operators of filters.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    Greater,
}
