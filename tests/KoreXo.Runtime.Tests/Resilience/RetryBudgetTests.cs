namespace KoreXo.Runtime.Tests;

/// <summary>How many retries a client may send.</summary>
public sealed class RetryBudgetTests
{
    private readonly RetryBudget _budget = new();

    [Fact]
    public void Ten_retries_are_there_from_the_start() => Assert.Equal(10, SpendAll());

    [Fact]
    public void Ten_calls_earn_one_retry()
    {
        SpendAll();
        Earn(9);
        Assert.Equal(0, SpendAll());
        Earn(1);
        Assert.Equal(1, SpendAll());
    }

    [Fact]
    public void However_many_calls_there_were_no_more_than_a_hundred_retries_are_saved()
    {
        Earn(5000);
        Assert.Equal(100, SpendAll());
    }

    [Fact]
    public async Task Calls_on_several_threads_are_all_counted()
    {
        SpendAll();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Earn(200))));
        Assert.Equal(80, SpendAll());
    }

    [Fact]
    public async Task A_client_whose_retries_are_used_up_logs_it()
    {
        var clock = new ManualClock();
        using var log = new RecordingLoggers();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(503));
        using var connection = handler.Connect(clock, options => options.LoggerFactory = log);
        for (var call = 0; call < 5; call++)
        {
            await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
        }

        Assert.Contains(log.Entries, static entry => entry.Text.Contains("the retry budget is exhausted", StringComparison.Ordinal));
    }

    private void Earn(int calls)
    {
        for (var call = 0; call < calls; call++)
        {
            _budget.Earn();
        }
    }

    private int SpendAll()
    {
        var spent = 0;
        while (spent < 1000 && _budget.TrySpend())
        {
            spent++;
        }

        return spent;
    }
}
