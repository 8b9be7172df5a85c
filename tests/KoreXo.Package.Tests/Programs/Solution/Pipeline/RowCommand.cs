using KoreXo;
using KoreXo.DataTables;

namespace Travel.Pipeline;

/// <summary>Adds a contact, changes it, and counts all of them.</summary>
[ScopeApp("tables")]
internal sealed class RowCommand(DataTablesClient tables)
{
    private const string Table = "Contacts";

    public async Task<int> RunAsync(string[] names, CancellationToken cancellationToken)
    {
        await using var marker = await RowMarker.PlaceAsync(tables, cancellationToken);
        foreach (var name in names)
        {
            await tables.InsertRowAsync(Table, new InsertRowRequest { Row = Row(name) }, cancellationToken: cancellationToken);
            Func<string, Task> shout = async text =>
            {
                var request = new UpdateRowsRequest { Query = Named(name), Values = Row(text) };
                var changed = await tables.UpdateRowsAsync(Table, request, cancellationToken: cancellationToken);
                Console.WriteLine($"{changed.ModifiedCount} changed");
            };
            await shout(name.ToUpperInvariant());
        }

        var count = await RowCount.OfAsync(tables, Table, cancellationToken);
        Console.WriteLine($"{count} contacts");
        await RowLog.WriteAsync(tables, count, cancellationToken);
        return 0;
    }

    public static DataFilter Named(string name) =>
        new()
        {
            Operator = DataFilterOperator.And,
            Expressions =
            [
                new DataFilterExpression
                {
                    Field = "Name",
                    Operand = DataComparison.EqualTo,
                    Value = name,
                },
            ],
        };

    public static Dictionary<string, JsonAny> Row(string name) => new() { ["Name"] = name };
}
