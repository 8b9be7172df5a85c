namespace KoreXo.Simulator.Tables;

/// <summary>A page of the rows that match a filter, and the total number of matching rows.</summary>
internal sealed record TablePage(IReadOnlyList<TableRow> Rows, int Total, IReadOnlyList<SimulatedColumn> Columns);
