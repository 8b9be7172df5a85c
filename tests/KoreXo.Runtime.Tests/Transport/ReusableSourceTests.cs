namespace KoreXo.Runtime.Tests;

/// <summary>The sources of time limits on the system's clock: one timer serves many limits.</summary>
public sealed class ReusableSourceTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _closing = new();
    private readonly ReusableSource _source;

    public ReusableSourceTests() => _source = new ReusableSource(_closing.Token);

    public void Dispose()
    {
        _source.Dispose();
        _closing.Dispose();
    }

    [Fact]
    public async Task It_cancels_itself_after_the_delay_and_not_before()
    {
        var begun = Environment.TickCount64;
        _source.Start(Short);
        await CancellationAsync(_source.Token);
        Assert.True(Environment.TickCount64 - begun >= Short.TotalMilliseconds);
        Assert.False(_source.TryStop());
    }

    [Fact]
    public async Task A_shorter_delay_than_the_one_before_is_kept()
    {
        _source.Start(Long);
        Assert.True(_source.TryStop());
        _source.Start(Short);
        await CancellationAsync(_source.Token);
    }

    [Fact]
    public async Task A_longer_delay_than_the_one_before_is_kept_although_the_timer_fires_for_that()
    {
        _source.Start(Short);
        Assert.True(_source.TryStop());
        var begun = Environment.TickCount64;
        _source.Start(5 * Short);
        await CancellationAsync(_source.Token);
        Assert.True(Environment.TickCount64 - begun >= 5 * Short.TotalMilliseconds);
    }

    [Fact]
    public async Task A_timer_that_fires_while_nobody_uses_the_source_cancels_nothing_and_serves_the_next_use()
    {
        _source.Start(Short);
        Assert.True(_source.TryStop());
        await Task.Delay(5 * Short, TimeProvider.System, CancellationToken.None);
        Assert.False(_source.IsCancellationRequested);
        _source.Start(Short);
        await CancellationAsync(_source.Token);
    }

    [Fact]
    public void Without_a_limit_only_closing_cancels_it()
    {
        _source.Start(Timeout.InfiniteTimeSpan);
        Assert.False(_source.IsCancellationRequested);
        _closing.Cancel();
        Assert.True(_source.IsCancellationRequested);
        Assert.False(_source.TryStop());
    }

    [Fact]
    public async Task Many_short_uses_by_many_threads_are_neither_missed_nor_canceled_early()
    {
        var sources = new CancellationSources(TimeProvider.System);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 400),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (index, cancellationToken) =>
            {
                var begun = Environment.TickCount64;
                var limit = TimeSpan.FromMilliseconds(index % 4 == 0 ? 5 + (index % 7) : 3_600_000);
                var source = sources.Rent(limit);
                if (index % 4 == 0)
                {
                    await CancellationAsync(source.Token);
                    Assert.True(Environment.TickCount64 - begun >= limit.TotalMilliseconds);
                }
                else
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(index % 3), TimeProvider.System, cancellationToken);
                    Assert.False(source.IsCancellationRequested);
                }

                sources.Return(source);
            }
        );
    }

    private static async Task CancellationAsync(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellationToken.UnsafeRegister(static done => ((TaskCompletionSource)done!).TrySetResult(), cancelled))
        {
            await cancelled.Task.WaitAsync(Patience, TimeProvider.System, CancellationToken.None);
        }
    }
}
