namespace KoreXo.Simulator.Tables;

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
