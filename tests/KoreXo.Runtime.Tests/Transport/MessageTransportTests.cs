using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace KoreXo.Runtime.Tests;

/// <summary>What a client's own transport keeps of an <see cref="HttpClient"/>, without being one.</summary>
public sealed class MessageTransportTests
{
    [Fact]
    public async Task Closing_a_client_ends_its_calls_under_way()
    {
        using var handler = new ScriptedHandler(ScriptedHandler.Never());
        var connection = new ApiConnection(Options(), handler);
        var call = connection.SendAsync(TestApi.Request(), null, CancellationToken.None);
        await handler.Reached.Task;

        connection.Dispose();

        var fault = await Assert.ThrowsAsync<KoreXoException>(() => call);
        Assert.Contains("something else canceled the transport", fault.Message);
        Assert.True(fault.MayHaveBeenApplied);
    }

    [Fact]
    public async Task A_handler_that_returns_nothing_fails_the_call()
    {
        using var handler = new ScriptedHandler(static (_, _) => Task.FromResult<HttpResponseMessage>(null!));
        using var connection = new ApiConnection(Options(static options => options.MaxRetries = 0), handler);

        var fault = await Assert.ThrowsAsync<KoreXoException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));

        Assert.IsType<InvalidOperationException>(fault.InnerException);
        Assert.True(fault.MayHaveBeenApplied);
    }

    [Fact]
    public async Task A_connection_that_fails_because_the_time_is_up_is_a_timeout()
    {
        using var handler = new ScriptedHandler(
            static async (_, cancellationToken) =>
            {
                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                }
                catch (OperationCanceledException fault)
                {
                    throw new HttpRequestException(HttpRequestError.ResponseEnded, "given up", fault);
                }

                return new HttpResponseMessage();
            }
        );
        using var connection = new ApiConnection(
            Options(static options => (options.MaxRetries, options.AttemptTimeout) = (0, TimeSpan.FromMilliseconds(20))),
            handler
        );

        await Assert.ThrowsAsync<KoreXoTimeoutException>(() => connection.SendAsync(TestApi.Request(), null, CancellationToken.None));
    }

    [Fact]
    public async Task Spans_and_metrics_of_requests_stay()
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        var (spans, requests) = (0, 0);
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "System.Net.Http",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => spans += Equals(span.GetTagItem("server.port"), server.Endpoint.Port) ? 1 : 0,
        };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener
        {
            InstrumentPublished = static (instrument, all) =>
            {
                if (instrument.Name == "http.client.request.duration")
                {
                    all.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<double>(
            (_, _, tags, _) =>
            {
                foreach (var tag in tags)
                {
                    requests += tag.Key == "server.port" && Equals(tag.Value, server.Endpoint.Port) ? 1 : 0;
                }
            }
        );
        meters.Start();
        using (var connection = new ApiConnection(Options(options => options.Endpoint = server.Endpoint)))
        {
            await connection.SendAsync(TestApi.Request(), null, CancellationToken.None);
        }

        Assert.Equal((1, 1), (spans, requests));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_set_on_a_registered_http_client_is_sent(bool isSet)
    {
        await using var server = await LoopbackServer.AnsweringAsync("{}");
        var services = new ServiceCollection();
        ClientRegistration
            .Add(
                services,
                name: null,
                static () => TestApi.Api,
                options => (options.Endpoint, options.Credential) = (server.Endpoint, new ApiKeyCredential("k")),
                static connection => new ThingsClient(connection, ownsConnection: true)
            )
            .ConfigureHttpClient(http =>
            {
                if (isSet)
                {
                    http.DefaultRequestHeaders.Add("x-tenant", "t-1");
                }
            });
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ThingsClient>().GetAsync(CancellationToken.None);

        Assert.Equal(isSet, Assert.Single(server.Requests).Headers.ContainsKey("x-tenant"));
    }

    private static KoreXoClientOptions Options(Action<KoreXoClientOptions>? configure = null)
    {
        var options = new KoreXoClientOptions
        {
            Endpoint = new Uri("https://platform.example.com"),
            Credential = new ApiKeyCredential("k"),
        };
        configure?.Invoke(options);
        return options;
    }
}
