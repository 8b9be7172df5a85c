using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace KoreXo.Runtime.Tests;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_call_is_a_span_with_its_attempts_as_a_number()
    {
        using var listening = new Listening("Spans.");
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(500), ScriptedHandler.Status(200, headers: ("X-Request-Id", "r-1")));
        using var connection = handler.Connect(clock);

        Assert.Null(await clock.EndAsync(connection.SendAsync(TestApi.Request(Operation("Spans")), null, CancellationToken.None)));

        var span = Assert.Single(listening.Spans);
        Assert.Equal(("Spans.getThing", ActivityKind.Internal, ActivityStatusCode.Unset), (span.OperationName, span.Kind, span.Status));
        Assert.Equal(
            "http.request.method=GET http.request.resend_count=1 http.response.status_code=200 korexo.operation=Spans.getThing korexo.outcome=done korexo.request_id=r-1 server.address=platform.example.com server.port=443 url.template=/things/{thingId}",
            string.Join(' ', span.TagObjects.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"))
        );
        Assert.Equal(
            ["korexo.client.operation.duration", "korexo.client.retries"],
            listening.Measurements.Select(measured => measured.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            "500",
            listening.Measurements.Single(measured => measured.Name.EndsWith("retries", StringComparison.Ordinal)).Tags["error.type"]
        );
    }

    [Fact]
    public async Task A_call_of_one_attempt_without_an_operation_has_neither_template_nor_resends()
    {
        using var listening = new Listening("Plain");
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect();
        var operation = new OperationDescriptor(Api("Plain"), "", HttpMethod.Get, "/secret-path") { Scopes = [] };

        await connection.SendAsync(new OperationRequest(operation, "/secret-path"), null, CancellationToken.None);

        Assert.Equal(
            "http.request.method http.response.status_code korexo.operation korexo.outcome server.address server.port",
            string.Join(' ', Assert.Single(listening.Spans).TagObjects.Select(static tag => tag.Key).Order(StringComparer.Ordinal))
        );
    }

    [Fact]
    public async Task A_call_is_tagged_with_the_scopes_of_the_credential_that_made_it()
    {
        using var listening = new Listening("Scopes.");
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200));
        using var connection = handler.Connect(
            clock,
            options =>
            {
                options.Credential = null;
                options.Credentials["admin"] = new ApiKeyCredential("k");
            }
        );
        var operation = Operation("Scopes");
        operation = new(operation.Api, operation.Id, HttpMethod.Get, operation.Path)
        {
            Scopes = [new("platform", "Read"), new("admin", "Bots > Read", "Bots > List")],
        };

        Assert.Null(await clock.EndAsync(connection.SendAsync(TestApi.Request(operation), null, CancellationToken.None)));

        var span = Assert.Single(listening.Spans);
        Assert.Equal(("admin", "Bots > Read; Bots > List"), (span.GetTagItem("korexo.credential"), span.GetTagItem("korexo.scopes")));
        var measured = Assert.Single(listening.Measurements).Tags;
        Assert.Equal(("admin", "Bots > Read; Bots > List"), (measured["korexo.credential"], measured["korexo.scopes"]));
    }

    [Theory]
    [InlineData("refused", "404")]
    [InlineData("unknown", "500")]
    [InlineData("cancelled", "cancelled")]
    [InlineData("unknown", "timeout")]
    [InlineData("refused", "ConnectionError")]
    public async Task A_failure_is_told_by_outcome_and_type(string outcome, string errorType)
    {
        using var listening = new Listening("Failures.");
        using var log = new RecordingLoggers();
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(
            errorType switch
            {
                "404" or "500" => ScriptedHandler.Status(int.Parse(errorType, System.Globalization.CultureInfo.InvariantCulture)),
                "ConnectionError" => ScriptedHandler.Unreachable(),
                _ => ScriptedHandler.Never(),
            }
        );
        using var connection = handler.Connect(clock, options => (options.MaxRetries, options.LoggerFactory) = (0, log));
        using var cancel = new CancellationTokenSource();
        var call = connection.SendAsync(TestApi.Request(Operation("Failures")), null, cancel.Token);
        if (errorType == "cancelled")
        {
            await cancel.CancelAsync();
        }

        Assert.NotNull(await clock.EndAsync(call));

        var span = Assert.Single(listening.Spans);
        Assert.Equal(
            (outcome, errorType, ActivityStatusCode.Error),
            (span.GetTagItem("korexo.outcome"), span.GetTagItem("error.type"), span.Status)
        );
        var (_, tags) = Assert.Single(listening.Measurements);
        Assert.Equal((outcome, errorType), (tags["korexo.outcome"], tags["error.type"]));
        var entry = log.Entries[^1];
        Assert.Equal(errorType == "cancelled" ? (LogLevel.Debug, 4) : (LogLevel.Warning, 3), (entry.Level, entry.Id));
        Assert.Equal("KoreXo.Failures", entry.Category);
    }

    [Fact]
    public async Task A_call_that_is_refused_before_it_is_sent_is_told_too()
    {
        using var listening = new Listening("Unsent.");
        using var connection = new ScriptedHandler(ScriptedHandler.Status(200)).Connect(configure: options => options.Credential = null);
        var operation = new OperationDescriptor(Api("Unsent"), "getThing", HttpMethod.Get, "/")
        {
            Scopes = [new ScopeRequirement("admin", "x")],
        };
        await Assert.ThrowsAsync<KoreXoAuthenticationException>(() =>
            connection.SendAsync(new OperationRequest(operation, "/"), null, CancellationToken.None)
        );
        Assert.Equal("refused", Assert.Single(listening.Spans).GetTagItem("korexo.outcome"));
    }

    [Fact]
    public async Task The_log_tells_attempts_repetitions_and_waits()
    {
        using var log = new RecordingLoggers();
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(500), ScriptedHandler.Status(429), ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock, options => options.LoggerFactory = log);
        var operation = new OperationDescriptor(TestApi.Api, "getThing", HttpMethod.Get, "/things")
        {
            Idempotent = true,
            RateLimit = new RateLimit("bot", true, [new RateLimitWindow(10, 30)]),
        };

        Assert.Null(await clock.EndAsync(connection.SendAsync(TestApi.Request(operation), null, CancellationToken.None)));

        Assert.Equal([1, 2, 1, 6, 2, 15, 5, 1], log.Entries.Select(entry => entry.Id));
        Assert.Equal(
            [
                LogLevel.Debug,
                LogLevel.Information,
                LogLevel.Debug,
                LogLevel.Warning,
                LogLevel.Information,
                LogLevel.Debug,
                LogLevel.Information,
                LogLevel.Debug,
            ],
            log.Entries.Select(entry => entry.Level)
        );
        Assert.Equal("Test.getThing is waiting for rate limit 'bot'", log.Entries[5].Text);
        Assert.Contains("Test.getThing waited 00:00:30", log.Entries[6].Text);
    }

    [Theory]
    [InlineData(20, 100, true)]
    [InlineData(20, null, true)]
    [InlineData(20, 20, false)]
    [InlineData(null, 20, false)]
    [InlineData(null, null, false)]
    public void A_given_client_that_is_impatient_is_told(int? client, int? attempt, bool isTold)
    {
        using var log = new RecordingLoggers();
        using var http = new HttpClient { Timeout = Limit(client) };
        using var connection = new ApiConnection(
            new KoreXoClientOptions
            {
                Endpoint = new Uri("https://example.com"),
                LoggerFactory = log,
                AttemptTimeout = Limit(attempt),
            },
            http
        );
        Assert.Equal(isTold ? [8] : [], log.Entries.Select(static entry => entry.Id));

        static TimeSpan Limit(int? seconds) => seconds is { } limit ? TimeSpan.FromSeconds(limit) : Timeout.InfiniteTimeSpan;
    }

    [Fact]
    public async Task Tags_of_the_caller_are_on_span_and_measurements_beside_the_server()
    {
        using var listening = new Listening("Tagged.");
        var clock = new ManualClock();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(500), ScriptedHandler.Status(200));
        using var connection = handler.Connect(clock);
        var call = new CallOptions { Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["batch"] = "nightly" } };

        Assert.Null(await clock.EndAsync(connection.SendAsync(TestApi.Request(Operation("Tagged")), call, CancellationToken.None)));

        Assert.Equal("nightly", Assert.Single(listening.Spans).GetTagItem("batch"));
        Assert.Equal(2, listening.Measurements.Count);
        Assert.All(
            listening.Measurements,
            measured => Assert.Equal(("nightly", "platform.example.com"), (measured.Tags["batch"], measured.Tags["server.address"]))
        );
    }

    [Fact]
    public void Histograms_advise_buckets_that_tell_times_apart()
    {
        Assert.Equal(
            [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
            Boundaries(Instruments.Duration).TakeWhile(boundary => boundary <= 10)
        );
        Assert.All(
            [Instruments.Duration, Instruments.QuotaWait, Instruments.JobDuration],
            histogram =>
            {
                Assert.InRange(Boundaries(histogram).Count, 10, 20);
                Assert.Equal(Boundaries(histogram).Order(), Boundaries(histogram));
            }
        );
        Assert.InRange(Boundaries(Instruments.QuotaWait)[^1], 3600, 3600);
        Assert.InRange(Boundaries(Instruments.JobDuration)[^1], 1800, 7200);
    }

    [Fact]
    public async Task The_log_of_a_failure_is_the_same_sentence_for_one_attempt_and_for_many()
    {
        using var log = new RecordingLoggers();
        using var handler = new ScriptedHandler(ScriptedHandler.Status(404));
        using var connection = handler.Connect(configure: options => options.LoggerFactory = log);
        await Assert.ThrowsAsync<KoreXoNotFoundException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
        Assert.Contains("Test.getThing failed: 404, attempts 1,", log.Entries[^1].Text);
    }

    [Fact]
    public async Task A_job_is_measured_from_the_wait_on()
    {
        using var listening = new Listening("Jobs.");
        var api = Api("Jobs");
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, """{"state":"done","name":"a"}"""));
        using var connection = handler.Connect();
        var descriptor = new JobDescriptor<Thing>
        {
            Start = new OperationDescriptor(api, "startThing", HttpMethod.Post, "/things"),
            Status = new OperationDescriptor(api, "getStatus", HttpMethod.Get, "/things"),
            Codec = ThingCodec.Instance,
            State = "/state",
            Succeeded = ["done"],
        };
        var job = await connection.StartJobAsync(
            new OperationRequest(descriptor.Start, "/things"),
            descriptor,
            [],
            new CallOptions { Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["team"] = "bots" } },
            CancellationToken.None
        );
        await job.WaitAsync(new JobPolling { InitialDelay = TimeSpan.Zero });
        var measured = listening.Measurements.Single(measured => measured.Name == "korexo.client.job.duration");
        Assert.Equal(
            ("Jobs.startThing", "succeeded", "platform.example.com"),
            (measured.Tags["korexo.operation"], measured.Tags["korexo.outcome"], measured.Tags["server.address"])
        );
        var span = listening.Spans.Single(span => span.OperationName == "Jobs.startThing wait");
        Assert.Equal(("Jobs.startThing", "bots"), (span.GetTagItem("korexo.operation"), span.GetTagItem("team")));
        Assert.Equal("bots", measured.Tags["team"]);
        Assert.Equal(
            ("succeeded", 1, ActivityStatusCode.Unset),
            (span.GetTagItem("korexo.outcome"), span.GetTagItem("korexo.job.polls"), span.Status)
        );
        Assert.Equal(span.SpanId, listening.Spans.Single(span => span.OperationName == "Jobs.getStatus").ParentSpanId);
    }

    [Fact]
    public async Task A_job_that_fails_is_an_error_of_the_span_around_the_wait()
    {
        using var listening = new Listening("FailedJobs.");
        var api = Api("FailedJobs");
        using var handler = new ScriptedHandler(ScriptedHandler.Status(200, """{"state":"import failed"}"""));
        using var connection = handler.Connect();
        var descriptor = new JobDescriptor<Thing>
        {
            Start = new OperationDescriptor(api, "startThing", HttpMethod.Post, "/things"),
            Status = new OperationDescriptor(api, "getStatus", HttpMethod.Get, "/things"),
            Codec = ThingCodec.Instance,
            State = "/state",
        };
        var job = await connection.StartJobAsync(
            new OperationRequest(descriptor.Start, "/things"),
            descriptor,
            [],
            null,
            CancellationToken.None
        );
        await Assert.ThrowsAsync<KoreXoJobFailedException>(() => job.WaitAsync(new JobPolling { InitialDelay = TimeSpan.Zero }));
        var span = listening.Spans.Single(span => span.OperationName == "FailedJobs.startThing wait");
        Assert.Equal(("failed", ActivityStatusCode.Error), (span.GetTagItem("korexo.outcome"), span.Status));
        Assert.Equal("KoreXo.KoreXoJobFailedException", span.GetTagItem("error.type"));
    }

    [Fact]
    public async Task Nothing_is_allocated_when_nobody_listens()
    {
        using var log = new RecordingLoggers(LogLevel.Critical);
        var options = new KoreXoClientOptions { Endpoint = new Uri("https://example.com"), LoggerFactory = log };
        var settings = ClientSettings.From(options);
        var operation = TestApi.Get;
        var logger = settings.Logger(operation.Api);
        var name = operation.DisplayName;
        var allocated = long.MaxValue;

        // Listeners of concurrent tests come and go; a run without them counts.
        for (var run = 0; run < 200 && allocated > 0; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var call = 0; call < 100; call++)
            {
                CallTelemetry.Begin(settings, operation, options: null).End(settings, call: null, fault: null);
                logger.Attempted(name, 1, "200 OK", 1.5);
                logger.WaitedForQuota(name, TimeSpan.FromSeconds(1), "bot");
                logger.Repeated(name, 1, TimeSpan.FromSeconds(1), "500");
            }

            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
            if (allocated > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }

        Assert.Equal(0, allocated);
    }

    private static IReadOnlyList<double> Boundaries(System.Diagnostics.Metrics.Histogram<double> histogram) =>
        histogram.Advice!.HistogramBucketBoundaries!;

    private static ApiDescription Api(string name) => new() { Name = name, Authentication = TestApi.Api.Authentication };

    private static OperationDescriptor Operation(string api) =>
        new(Api(api), "getThing", HttpMethod.Get, "/things/{thingId}") { Idempotent = true, Scopes = [] };
}
