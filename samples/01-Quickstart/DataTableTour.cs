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
        var inserted = await xo.DataTables.InsertBulkDataAsync(Table, new() { Data = rows }, cancellationToken: cancellationToken);
        Console.WriteLine($"  inserted {inserted.Records.Count} rows");
        MismatchException.ThrowUnless(inserted.Records.Count == Count, $"{inserted.Records.Count} rows were inserted instead of {Count}.");

        var read = new HashSet<long>();
        var pages = 0;
        await foreach (
            var page in xo
                .DataTables.ListTableDataAsync(Table, new(), cancellationToken: cancellationToken)
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

        var updated = await xo.DataTables.UpdateDataAsync(
            Table,
            new()
            {
                Query = Where("Department", DataComparison.EqualTo, "Sales"),
                Data = new Dictionary<string, JsonAny> { ["Department"] = "Consulting" },
            },
            cancellationToken: cancellationToken
        );
        Console.WriteLine($"  moved {updated.NModified} people from Sales to Consulting");

        var deleted = await xo.DataTables.DeleteDataAsync(
            Table,
            new() { Query = Where("Number", DataComparison.GreaterThan, Count - 10) },
            cancellationToken: cancellationToken
        );
        Console.WriteLine($"  deleted {deleted.NDeleted} rows");

        var left = 0;
        await foreach (var row in xo.DataTables.ListTableDataAsync(Table, new(), cancellationToken: cancellationToken))
        {
            MismatchException.ThrowUnless(row["Department"].AsString() != "Sales", $"Row {row["Number"]} is still in Sales.");
            left++;
        }

        MismatchException.ThrowUnless(left == Count - deleted.NDeleted, $"{left} rows are left instead of {Count - deleted.NDeleted}.");
        return (read.Count, updated.NModified, deleted.NDeleted);
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
