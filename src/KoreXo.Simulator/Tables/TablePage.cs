namespace KoreXo.Simulator.Tables;

/// <summary>Some of the rows that match a filter, and how many match in all.</summary>
internal sealed record TablePage(IReadOnlyList<TableRow> Rows, int Total, IReadOnlyList<SimulatedColumn> Columns);
