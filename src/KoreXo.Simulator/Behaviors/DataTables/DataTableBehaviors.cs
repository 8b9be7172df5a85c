using KoreXo.Simulator.Tables;

namespace KoreXo.Simulator.Behaviors.DataTables;

/// <summary>The operations on data tables and views.</summary>
internal static class DataTableBehaviors
{
    public static IEnumerable<IOperationBehavior> All(TableStore tables) =>
        [
            new InsertData(tables),
            new InsertBulkData(tables),
            new UpdateData(tables),
            new DeleteData(tables),
            new ListTableData(tables),
            new ListViewData(tables),
        ];
}
