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
