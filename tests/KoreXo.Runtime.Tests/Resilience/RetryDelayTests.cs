namespace KoreXo.Runtime.Tests;

public sealed class RetryDelayTests
{
    [Theory]
    [InlineData(0, 0.0, 0.64)]
    [InlineData(0, 0.5, 0.8)]
    [InlineData(0, 1.0, 0.96)]
    [InlineData(1, 0.5, 1.6)]
    [InlineData(2, 0.5, 3.2)]
    [InlineData(9, 0.5, 30)]
    [InlineData(9, 1.0, 36)]
    [InlineData(1000, 0.5, 30)]
    public void The_delay_doubles_from_first_to_last(int repetition, double random, double seconds) =>
        Assert.Equal(seconds, Backoff.Delay(repetition, random).TotalSeconds, precision: 6);

    [Theory]
    [InlineData(20, 0, 0.0, 20)]
    [InlineData(20, 0, 1.0, 22)]
    [InlineData(0, 0, 0.5, 0.8)]
    [InlineData(1, 3, 0.5, 6.4)]
    public void What_the_server_asks_is_kept_and_never_makes_it_faster(int asked, int repetition, double random, double seconds) =>
        Assert.Equal(seconds, Backoff.Delay(TimeSpan.FromSeconds(asked), repetition, random).TotalSeconds, precision: 6);

    [Theory]
    [InlineData("20", 20)]
    [InlineData("Thu, 01 Jan 2026 00:00:20 GMT", 20)]
    [InlineData("0", 0.64)]
    [InlineData("Wed, 31 Dec 2025 00:00:00 GMT", 0.64)]
    public async Task A_server_that_asks_for_time_gets_it(string header, double least)
    {
        var clock = new ManualClock();
        var begun = clock.GetUtcNow();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(503, headers: ("Retry-After", header)), ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock);
        Assert.Null(await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None)));
        Assert.InRange((clock.GetUtcNow() - begun).TotalSeconds, least, Math.Max(least * 1.1, 0.96));
    }

    [Theory]
    [InlineData(503, "432000")]
    [InlineData(429, "432000")]
    [InlineData(503, "161")]
    [InlineData(429, "Thu, 01 Jan 2026 00:02:41 GMT")]
    public async Task A_five_day_wait_is_not_waited(int status, string header)
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(status, headers: ("Retry-After", header)));
        using var connection = handler.Connect(clock);
        var fault = await Assert.ThrowsAnyAsync<KoreXoException>(() =>
            connection.SendAsync(TestApi.Request(), null, CancellationToken.None)
        );
        Assert.Equal((1, true), (fault.Attempts, fault.RetryAfter >= TimeSpan.FromSeconds(161)));
    }

    [Fact]
    public async Task An_hour_is_told_from_a_minute()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, """{"errors":[{"msg":"Hourly rate limit reached"}]}"""));
        using var connection = handler.Connect(clock);
        var fault = await Assert.ThrowsAsync<KoreXoRateLimitException>(() =>
            connection.SendAsync(TestApi.Request(), null, CancellationToken.None)
        );
        Assert.Equal((1, TimeSpan.FromHours(1)), (fault.Attempts, fault.RetryAfter));
    }

    [Theory]
    [InlineData(60, 3)]
    [InlineData(null, 4)]
    public async Task Waits_that_the_server_asks_for_add_up_where_their_sum_is_limited(int? seconds, int attempts)
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(503, headers: ("Retry-After", "25")));
        using var connection = handler.Connect(
            clock,
            options => options.MaxRateLimitWait = seconds is { } limit ? TimeSpan.FromSeconds(limit) : null
        );
        var fault = Assert.IsType<KoreXoException>(
            await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None))
        );
        Assert.Equal((attempts, TimeSpan.FromSeconds(25)), (fault.Attempts, fault.RetryAfter));
    }

    [Fact]
    public async Task The_number_is_that_of_the_client_or_of_the_call()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(500));
        using var connection = handler.Connect(clock, options => options.MaxRetries = 1);
        Assert.IsType<KoreXoException>(await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None)));
        Assert.Equal(2, handler.Requests.Count);
        Assert.IsType<KoreXoException>(
            await clock.EndAsync(connection.SendAsync(TestApi.Request(), new CallOptions { MaxRetries = 0 }, CancellationToken.None))
        );
        Assert.Equal(3, handler.Requests.Count);
        Assert.IsType<KoreXoException>(
            await clock.EndAsync(connection.SendAsync(TestApi.Request(), new CallOptions { MaxRetries = 2 }, CancellationToken.None))
        );
        Assert.Equal(6, handler.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_is_down_is_not_buried()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(500));
        using var connection = handler.Connect(clock);
        await clock.PassAsync(
            Task.WhenAll(
                Enumerable
                    .Range(0, 50)
                    .Select(_ => Record.ExceptionAsync(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None)))
            )
        );

        // 50 calls, the initial budget of 10 retries, and one for every ten calls.
        Assert.Equal(50 + 10 + 5, handler.Requests.Count);
    }

    [Fact]
    public async Task What_an_earlier_attempt_may_have_done_is_not_forgotten()
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Reset(), ScriptedHandler.Status(404));
        using var connection = handler.Connect(clock);
        var fault = Assert.IsType<KoreXoNotFoundException>(
            await clock.EndAsync(connection.SendAsync(TestApi.Request(), null, CancellationToken.None))
        );
        Assert.True(fault.MayHaveBeenApplied);
        Assert.Contains("reset", Assert.Single(fault.EarlierFailures).Message);
    }

    [Theory]
    [InlineData(true, 4)]
    [InlineData(false, 1)]
    public async Task A_body_that_cannot_be_read_again_is_sent_once(bool seekable, int attempts)
    {
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(503));
        using var connection = handler.Connect(clock);
        var form = new MultipartBody();
        using var content = new MemoryStream("payload"u8.ToArray());
        using var stream = seekable ? (Stream)content : new OneWayStream(content);
        form.AddFile("file", new FilePart(stream, "a.txt"));
        var operation = new OperationDescriptor(TestApi.Api, "put", HttpMethod.Put, "/files") { Idempotent = true };

        var fault = await clock.EndAsync(
            connection.SendAsync(new OperationRequest(operation, "/files") { Body = form }, null, CancellationToken.None)
        );

        Assert.True(Assert.IsType<KoreXoException>(fault).MayHaveBeenApplied);
        Assert.Equal(attempts, handler.Requests.Count);
        Assert.All(handler.Requests, request => Assert.Contains("payload", request.Body));
    }

    private sealed class OneWayStream(Stream inner) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
