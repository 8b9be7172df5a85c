using KoreXo;
using KoreXo.DataTables;

namespace Quickstart;

/// <summary>Inserts, reads, updates and deletes rows.</summary>
internal static class DataTableTour
{
    private const string Table = "Employees";
    private const int Count = 250;

    public static async Task<(int Read, long Updated, long Deleted)> RunAsync(KoreXoClient xo, CancellationToken cancellationToken)
    {
        Console.WriteLine();
        Console.WriteLine("Data tables");

        var rows = Enumerable.Range(1, Count).Select(static number => Row(number)).ToList();
        var inserted = await xo.DataTables.InsertRowsAsync(Table, new() { Rows = rows }, cancellationToken: cancellationToken);
        Console.WriteLine($"  inserted {inserted.Rows.Count} rows");
        MismatchException.ThrowUnless(inserted.Rows.Count == Count, $"{inserted.Rows.Count} rows were inserted instead of {Count}.");

        var read = new HashSet<long>();
        var pages = 0;
        await foreach (
            var page in xo
                .DataTables.ListRowsAsync(Table, new(), cancellationToken: cancellationToken)
                .AsPages(cancellationToken: cancellationToken)
        )
        {
            pages++;
            foreach (var row in page.Items)
            {
                MismatchException.ThrowUnless(read.Add(row["Number"].AsInt64()), $"Row {row["Number"]} was returned twice.");
            }
        }

        Console.WriteLine($"  read {read.Count} rows on {pages} pages");
        MismatchException.ThrowUnless(read.Count == Count, $"{read.Count} rows were read instead of {Count}.");

        var updated = await xo.DataTables.UpdateRowsAsync(
            Table,
            new()
            {
                Query = Where("Department", DataComparison.EqualTo, "Sales"),
                Values = new Dictionary<string, JsonAny> { ["Department"] = "Consulting" },
            },
            cancellationToken: cancellationToken
        );
        Console.WriteLine($"  moved {updated.ModifiedCount} people from Sales to Consulting");

        var deleted = await xo.DataTables.DeleteRowsAsync(
            Table,
            new() { Query = Where("Number", DataComparison.GreaterThan, Count - 10) },
            cancellationToken: cancellationToken
        );
        Console.WriteLine($"  deleted {deleted.DeletedCount} rows");

        var left = 0;
        await foreach (var row in xo.DataTables.ListRowsAsync(Table, new(), cancellationToken: cancellationToken))
        {
            MismatchException.ThrowUnless(row["Department"].AsString() != "Sales", $"Row {row["Number"]} is still in Sales.");
            left++;
        }

        MismatchException.ThrowUnless(
            left == Count - deleted.DeletedCount,
            $"{left} rows are left instead of {Count - deleted.DeletedCount}."
        );
        return (read.Count, updated.ModifiedCount, deleted.DeletedCount);
    }

    private static Dictionary<string, JsonAny> Row(int number) =>
        new()
        {
            ["Number"] = number,
            ["Name"] = $"Employee {number}",
            ["Department"] = number % 5 == 0 ? "Sales" : "Engineering",
        };

    private static DataFilter Where(string column, DataComparison comparison, JsonAny value) =>
        new()
        {
            Operator = DataFilterOperator.And,
            Expressions =
            [
                new()
                {
                    Field = column,
                    Operand = comparison,
                    Value = value,
                },
            ],
        };
}
