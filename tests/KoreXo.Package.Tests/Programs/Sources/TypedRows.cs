using KoreXo.DataTables;

namespace Programs;

/// <summary>Loads, queries, updates and deletes rows of a type of the user's own.</summary>
internal static class TypedRows
{
    public static async Task RunAsync(string[] args)
    {
        var tables = Platform.Connect("data").DataTables;
        await tables.InsertRowsAsync(
            "Stock",
            [new StockItem("bolt", 10), new StockItem("nut", 200), new StockItem("gear", 3)],
            StockJson.Default.StockItem
        );
        await tables.UpdateRowsAsync(
            "Stock",
            Where("Name", DataComparison.EqualTo, "gear"),
            new StockItem("gear", 30),
            StockJson.Default.StockItem
        );
        var deleted = await tables.DeleteRowsAsync(
            "Stock",
            new DeleteRowsRequest { Query = Where("Count", DataComparison.GreaterThan, 100) }
        );
        await foreach (StockItem item in tables.ListRowsAsync("Stock", new ListRowsRequest(), StockJson.Default.StockItem))
        {
            Console.WriteLine($"{item.Name}: {item.Count}");
        }

        Console.WriteLine($"{deleted.DeletedCount} deleted");
    }

    private static DataFilter Where(string column, DataComparison comparison, KoreXo.JsonAny value) =>
        new()
        {
            Operator = DataFilterOperator.And,
            Expressions =
            [
                new DataFilterExpression
                {
                    Field = column,
                    Operand = comparison,
                    Value = value,
                },
            ],
        };
}
