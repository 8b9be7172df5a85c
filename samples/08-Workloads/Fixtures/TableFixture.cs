using System.Security.Cryptography;
using KoreXo;
using KoreXo.DataTables;

namespace Workloads.Fixtures;

/// <summary>
/// Rows in a data table for as long as a test runs. Each has the mark of its fixture in a numeric column, so that fixtures do not see the
/// rows of each other or of users, and rows that a killed run left behind are recognized.
/// </summary>
/// <example><code>await using var customers = await TableFixture.SeedAsync(tables, "Customers", rows);</code></example>
[ScopeApp("table-fixture")]
internal sealed class TableFixture : IAsyncDisposable
{
    /// <summary>The numeric column of the mark: the time at which the fixture was created, in microseconds since 1970.</summary>
    public const string MarkColumn = "TestRun";

    private const int MaxSeedings = 10;

    private readonly DataTablesClient _tables;
    private readonly string _table;
    private readonly long _firstMark;

    private TableFixture(DataTablesClient tables, string table, long mark)
    {
        _tables = tables;
        _table = table;
        _firstMark = mark;
        Mark = mark;
    }

    /// <summary>Gets the mark of the rows.</summary>
    public long Mark { get; private set; }

    /// <summary>Gets the filter for the rows, for what is tested.</summary>
    public DataFilter Filter => Where((DataComparison.EqualTo, Mark));

    /// <summary>Inserts rows, which disposing the fixture deletes.</summary>
    /// <param name="tables">The client.</param>
    /// <param name="table">The name of the table.</param>
    /// <param name="rows">The rows, without the mark.</param>
    /// <param name="clock">The clock of the mark.</param>
    /// <param name="cancellationToken">A token to cancel the insertion. What was inserted is deleted.</param>
    public static async Task<TableFixture> SeedAsync(
        DataTablesClient tables,
        string table,
        IEnumerable<IReadOnlyDictionary<string, JsonAny>> rows,
        TimeProvider? clock = null,
        CancellationToken cancellationToken = default
    )
    {
        // The last digits are random: fixtures of other processes may be created in the same millisecond.
        var mark = (Now(clock) / 1000 * 1000) + RandomNumberGenerator.GetInt32(1000 - MaxSeedings);
        var fixture = new TableFixture(tables, table, mark);
        try
        {
            await fixture.InsertAsync([.. rows], cancellationToken);
            return fixture;
        }
        catch
        {
            await fixture.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deletes the rows that runs left behind which were killed. Rows without a mark stay.</summary>
    /// <param name="tables">The client.</param>
    /// <param name="table">The name of the table.</param>
    /// <param name="age">The age from which a mark is that of a killed run: longer than any test.</param>
    /// <param name="clock">The clock of the marks.</param>
    /// <param name="cancellationToken">A token to cancel the deletion.</param>
    /// <returns>The number of rows that were left behind.</returns>
    public static async Task<int> SweepAsync(
        DataTablesClient tables,
        string table,
        TimeSpan age,
        TimeProvider? clock = null,
        CancellationToken cancellationToken = default
    )
    {
        var filter = Where((DataComparison.GreaterThan, 0), (DataComparison.LessThan, Now(clock) - (long)age.TotalMicroseconds));
        var left = 0;
        await foreach (var _ in tables.ListRowsAsync(table, new() { Query = filter }, cancellationToken: cancellationToken))
        {
            left++;
        }

        if (left > 0)
        {
            await tables.DeleteRowsAsync(table, new() { Query = filter }, cancellationToken: cancellationToken);
        }

        return left;
    }

    /// <summary>Deletes the rows, also when the test failed or was canceled.</summary>
    public async ValueTask DisposeAsync()
    {
        var marks = Where((DataComparison.GreaterThan, _firstMark - 1), (DataComparison.LessThan, Mark + 1));
        var request = new DeleteRowsRequest { Query = marks };
        try
        {
            await _tables.DeleteRowsAsync(_table, request, cancellationToken: CancellationToken.None);
        }
        catch (KoreXoException exception) when (exception.MayHaveBeenApplied)
        {
            // The SDK does not retry where the response cannot be read. To delete twice is to delete once.
            await _tables.DeleteRowsAsync(_table, request, cancellationToken: CancellationToken.None);
        }
    }

    private async Task InsertAsync(IReadOnlyList<IReadOnlyDictionary<string, JsonAny>> rows, CancellationToken cancellationToken)
    {
        while (true)
        {
            var marked = rows.Select(row => new Dictionary<string, JsonAny>(row) { [MarkColumn] = Mark });
            try
            {
                await _tables.InsertRowsAsync(_table, new() { Rows = [.. marked] }, cancellationToken: cancellationToken);
                return;
            }
            catch (KoreXoException exception) when (exception.MayHaveBeenApplied && Mark - _firstMark < MaxSeedings - 1)
            {
                // Nobody knows whether these rows exist, or will in a moment. With another mark, they do not matter.
                Mark++;
            }
        }
    }

    private static long Now(TimeProvider? clock) =>
        (long)((clock ?? TimeProvider.System).GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMicroseconds;

    private static DataFilter Where(params IEnumerable<(DataComparison Operand, long Mark)> conditions) =>
        new()
        {
            Operator = DataFilterOperator.And,
            Expressions =
            [
                .. conditions.Select(static condition => new DataFilterExpression
                {
                    Field = MarkColumn,
                    Operand = condition.Operand,
                    Value = condition.Mark,
                }),
            ],
        };
}
