using Microsoft.Extensions.Time.Testing;

namespace KoreXo.Runtime.Tests;

public sealed class SecretProviderTests
{
    private const string Old = "0123456789abcdef0123456789abcdef";
    private const string New = "ffffffffffffffffffffffffffffffff";

    [Fact]
    public async Task A_hundred_calls_ask_once()
    {
        var asked = 0;
        var answer = new TaskCompletionSource<string>();
        var credential = new JwtCredential(
            "cs-1",
            async _ =>
            {
                Interlocked.Increment(ref asked);
                return await answer.Task;
            }
        );
        var calls = Enumerable.Range(0, 100).Select(_ => credential.TokenAsync(CancellationToken.None)).ToArray();
        answer.SetResult(Old);
        Assert.Equal(100, (await Task.WhenAll(calls)).Length);
        Assert.Equal(1, asked);
        await credential.TokenAsync(CancellationToken.None);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task It_is_asked_again_after_a_lifetime()
    {
        var (asked, clock) = (0, new FakeTimeProvider());
        var credential = new JwtCredential("cs-1", _ => new(++asked == 1 ? Old : New)) { TimeProvider = clock };
        await credential.TokenAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(299));
        await credential.TokenAsync(CancellationToken.None);
        Assert.Equal(1, asked);
        clock.Advance(TimeSpan.FromSeconds(1));
        await credential.TokenAsync(CancellationToken.None);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task One_caller_that_gives_up_does_not_end_it_for_the_others()
    {
        var answer = new TaskCompletionSource<string>();
        var credential = new JwtCredential("cs-1", async cancellationToken => await answer.Task.WaitAsync(cancellationToken));
        using var cancel = new CancellationTokenSource();
        var impatient = credential.TokenAsync(cancel.Token);
        var patient = credential.TokenAsync(CancellationToken.None);
        await cancel.CancelAsync();
        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient)).CancellationToken);
        answer.SetResult(Old);
        Assert.Equal(3, (await patient).Split('.').Length);
    }

    [Fact]
    public async Task When_nobody_waits_any_more_the_provider_is_told()
    {
        var told = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var asked = 0;
        var credential = new JwtCredential(
            "cs-1",
            async cancellationToken =>
            {
                if (++asked > 1)
                {
                    return Old;
                }

                begun.SetResult();
                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                    return "";
                }
                catch (OperationCanceledException)
                {
                    told.SetResult();
                    throw;
                }
            }
        );
        using var cancel = new CancellationTokenSource();
        var call = credential.TokenAsync(cancel.Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System);
        Assert.NotEmpty(await credential.TokenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_it_throws_reaches_all_and_the_next_call_asks_anew()
    {
        var asked = 0;
        var credential = new JwtCredential("cs-1", _ => ++asked == 1 ? throw new InvalidTimeZoneException("vault") : new(Old));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => credential.TokenAsync(CancellationToken.None));
        Assert.NotEmpty(await credential.TokenAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(New, true)]
    [InlineData(Old, false)]
    public async Task After_a_refusal_it_is_asked_whether_there_is_a_new_secret(string next, bool another)
    {
        var asked = 0;
        var credential = new JwtCredential("cs-1", _ => new(++asked == 1 ? Old : next)) { EnforceJti = true };
        var token = await credential.TokenAsync(CancellationToken.None);
        Assert.Equal(another, await credential.OnTokenRejectedAsync(token, CancellationToken.None));
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task A_token_that_was_used_before_is_dropped_when_it_is_refused()
    {
        var credential = new JwtCredential("cs-1", Old) { TimeProvider = new FakeTimeProvider() };
        var first = await credential.TokenAsync(CancellationToken.None);
        await credential.TokenAsync(CancellationToken.None);
        Assert.True(await credential.OnTokenRejectedAsync(first, CancellationToken.None));
        Assert.NotSame(first, await credential.TokenAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_fresh_token_that_is_refused_means_a_wrong_secret_unless_there_is_a_new_one(bool updated)
    {
        var credential = new JwtCredential("cs-1", Old);
        var token = await credential.TokenAsync(CancellationToken.None);
        if (updated)
        {
            credential.Update(New);
        }

        Assert.Equal(updated, await credential.OnTokenRejectedAsync(token, CancellationToken.None));
        Assert.False(await credential.OnTokenRejectedAsync("a token of somebody else", CancellationToken.None));
    }

    [Fact]
    public async Task A_fixed_token_has_another_only_after_it_was_replaced()
    {
        var credential = new ApiKeyCredential("one", "client-7");
        Assert.Equal("client-7", credential.ClientId);
        Assert.False(await credential.OnTokenRejectedAsync("one", CancellationToken.None));
        credential.Update("two");
        Assert.True(await credential.OnTokenRejectedAsync("one", CancellationToken.None));
    }
}
