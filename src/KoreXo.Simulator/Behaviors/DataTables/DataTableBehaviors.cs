using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>The operations on data tables and views.</summary>
internal static class DataTableBehaviors
{
    public static IEnumerable<IOperationFamily> All(TableStore tables) => [new RowChangeOperations(tables), new RowQueryOperations(tables)];
}
