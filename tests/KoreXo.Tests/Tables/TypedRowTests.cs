using System.Reflection;
using KoreXo.DataTables;
using KoreXo.Simulator;
using KoreXo.Tests.Serialization;

namespace KoreXo.Tests.Tables;

/// <summary>Rows as a type of the application, against the platform.</summary>
public sealed class TypedRowTests : IAsyncLifetime
{
    private XoSimulator _platform = null!;
    private DataTablesClient _tables = null!;

    private static ApplicationContext Context => ApplicationContext.Default;

    public async Task InitializeAsync()
    {
        _platform = await XoSimulator.StartAsync();
        _platform.AddView("Named", _platform.AddTable("Customers"));
        var app = _platform.AddAppWithAllScopes(AppKind.Data);
        _tables = new KoreXoClient(
            new KoreXoClientOptions { Endpoint = _platform.Endpoint, Credential = new JwtCredential(app.ClientId, app.ClientSecret) }
        ).DataTables;
    }

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task A_row_comes_back_with_the_columns_that_the_platform_adds()
    {
        var stored = await _tables.InsertRowAsync("Customers", new Customer("Ada", 36), Context.Customer);

        Assert.Equal(("Ada", 36), (stored.Name, stored.Age));
        Assert.StartsWith("sys-", stored.SysId, StringComparison.Ordinal);
        Assert.NotNull(stored.CreatedOn);
    }

    [Fact]
    public async Task A_stored_row_can_be_inserted_again_without_the_columns_that_the_platform_adds()
    {
        var first = await _tables.InsertRowAsync("Customers", new Customer("Ada", 36), Context.Customer);
        var second = await _tables.InsertRowAsync("Customers", first with { Name = "Grace" }, Context.Customer);

        Assert.NotEqual(first.SysId, second.SysId);
    }

    [Fact]
    public async Task Rows_are_listed_over_their_pages()
    {
        var inserted = await _tables.InsertRowsAsync(
            "Customers",
            Enumerable.Range(0, 250).Select(static number => new Customer($"Customer {number}", number)),
            Context.Customer
        );
        var listed = new List<Customer>();
        await foreach (var customer in _tables.ListRowsAsync("Customers", new ListRowsRequest(), Context.Customer))
        {
            listed.Add(customer);
        }

        Assert.Equal(250, inserted.Count);
        Assert.Equal(inserted.OrderBy(static customer => customer.Age), listed.OrderBy(static customer => customer.Age));
    }

    [Fact]
    public async Task A_page_says_where_to_go_on_and_how_many_rows_there_are()
    {
        await _tables.InsertRowsAsync("Customers", [new("Ada", 1), new("Grace", 2), new("Edsger", null)], Context.Customer);
        var rows = _tables.ListRowsAsync("Customers", new ListRowsRequest(), Context.Customer);

        var first = await FirstAsync(rows.AsPages(pageSize: 2));
        var second = await FirstAsync(rows.AsPages(first.Continuation, pageSize: 2));

        Assert.Equal((2, 3L), (first.Items.Count, first.Total));
        Assert.Single(second.Items);
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task Rows_that_are_not_of_the_type_are_skipped_on_request_and_told()
    {
        await _tables.InsertRowAsync("Customers", new Customer("Ada", 1), Context.Customer);
        await _tables.InsertRowAsync(
            "Customers",
            new InsertRowRequest
            {
                Row = new Dictionary<string, JsonAny> { ["Name"] = 7, ["Age"] = 2 },
            }
        );
        await _tables.InsertRowAsync("Customers", new Customer("Grace", 3), Context.Customer);
        var rows = _tables.ListRowsAsync("Customers", new ListRowsRequest(), Context.Customer);

        var failure = await Assert.ThrowsAsync<KoreXoException>(() => FirstAsync(rows.AsPages()));
        var page = await FirstAsync(rows.SkipUnreadable().AsPages());

        Assert.Contains("SkipUnreadable", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["Ada", "Grace"], page.Items.Select(static customer => customer.Name).Order());
        var skipped = Assert.Single(page.Unreadable);
        Assert.Equal(7, skipped.Value.GetProperty("Name").GetInt32());
        Assert.Contains("$.Name", skipped.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("SkipUnreadable", skipped.Reason, StringComparison.Ordinal);
        Assert.Contains($"Row {skipped.Index} ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_a_view_are_listed()
    {
        await _tables.InsertRowAsync("Customers", new Customer("Ada", 36), Context.Customer);

        Assert.Equal("Ada", (await FirstAsync(_tables.ListViewRowsAsync("Named", new ListRowsRequest(), Context.CustomerName))).Name);
    }

    [Fact]
    public async Task Some_columns_are_updated()
    {
        await _tables.InsertRowsAsync("Customers", [new("Ada", 1), new("Grace", 2)], Context.Customer);
        var ada = new DataFilter
        {
            Operator = DataFilterOperator.And,
            Expressions =
            [
                new()
                {
                    Field = "Name",
                    Operand = DataComparison.EqualTo,
                    Value = "Ada",
                },
            ],
        };

        var updated = await _tables.UpdateRowsAsync("Customers", ada, new CustomerName("Lovelace"), Context.CustomerName);

        Assert.Equal(1, updated.ModifiedCount);
        var rows = _tables.ListRowsAsync("Customers", new ListRowsRequest(), Context.Customer);
        Assert.Equal(1, (await FirstAsync(rows, static customer => customer.Name == "Lovelace")).Age);
    }

    [Fact]
    public async Task A_row_of_another_type_says_which_row_and_which_column()
    {
        await _tables.InsertRowAsync(
            "Customers",
            new()
            {
                Row = new Dictionary<string, JsonAny> { ["Name"] = "Ada", ["Age"] = "thirty-six" },
            }
        );

        var exception = await Assert.ThrowsAsync<KoreXoException>(() =>
            FirstAsync(_tables.ListRowsAsync("Customers", new ListRowsRequest(), Context.Customer))
        );

        Assert.StartsWith("Row 0 of the response cannot be read as Customer: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("$.Age", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("thirty-six", exception.Message, StringComparison.Ordinal);
        Assert.False(exception.MayHaveBeenApplied);
    }

    [Fact]
    public async Task What_is_no_object_is_no_row()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => _tables.InsertRowAsync("Customers", 36, Context.Int32));

        Assert.StartsWith("A row must be a JSON object, but Int32 is written as Number.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mock_of_the_methods_with_dictionaries_serves_the_typed_ones_too() =>
        Assert.Equal(
            new Customer("Ada", 36),
            await FirstAsync(new MockedTables().ListRowsAsync("any", new ListRowsRequest(), Context.Customer))
        );

    [Theory]
    [InlineData(nameof(DataTablesClient.ListRowsAsync))]
    [InlineData(nameof(DataTablesClient.ListViewRowsAsync))]
    [InlineData(nameof(DataTablesClient.InsertRowAsync))]
    [InlineData(nameof(DataTablesClient.InsertRowsAsync))]
    [InlineData(nameof(DataTablesClient.UpdateRowsAsync))]
    public void A_typed_method_requires_the_scopes_of_the_method_that_it_calls(string method) =>
        Assert.Equal(Scopes(method, isTyped: false), Scopes(method, isTyped: true));

    private static IEnumerable<string> Scopes(string name, bool isTyped) =>
        typeof(DataTablesClient)
            .GetMethods()
            .Single(method => method.Name == name && method.IsGenericMethod == isTyped)
            .GetCustomAttributes<RequiresScopesAttribute>()
            .Select(static needs => $"{needs.Credential}: {string.Join(" + ", needs.AllOf)}")
            .Order(StringComparer.Ordinal);

    private static async Task<T> FirstAsync<T>(IAsyncEnumerable<T> items, Func<T, bool>? condition = null)
    {
        await foreach (var item in items)
        {
            if (condition?.Invoke(item) ?? true)
            {
                return item;
            }
        }

        throw new InvalidOperationException("There is no such item.");
    }

    private sealed class MockedTables : DataTablesClient
    {
        public override PagedResult<IReadOnlyDictionary<string, JsonAny>> ListRowsAsync(
            string tableName,
            ListRowsRequest request,
            ListRowsOptions? options = null,
            CallOptions? call = null,
            CancellationToken cancellationToken = default
        ) =>
            PagedResult.FromPages<IReadOnlyDictionary<string, JsonAny>>([
                new([new Dictionary<string, JsonAny> { ["Name"] = "Ada", ["Age"] = 36 }]),
            ]);
    }
}
