using KoreXo.Simulator;

namespace KoreXo.Tests.Faults;

/// <summary>Over real connections, which the transport keeps and uses again.</summary>
public sealed class LoopbackFaultTests : IAsyncLifetime, IDisposable
{
    private XoSimulator _platform = null!;
    private KoreXoClient _xo = null!;

    public async Task InitializeAsync()
    {
        _platform = await XoSimulator.StartAsync();
        var app = _platform.AddAppWithAllScopes(AppKind.Admin);
        _xo = new KoreXoClient(
            new KoreXoClientOptions
            {
                Endpoint = _platform.Endpoint,
                Credentials = { ["admin"] = new JwtCredential(app.ClientId, app.ClientSecret) },
                MaxRetries = 0,
            }
        );
    }

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    public void Dispose() => _xo.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_post_without_a_body_is_not_sent_again_by_the_transport(int before)
    {
        var sample = _platform.AddSampleBot("Banking");
        for (var number = 1; number < before; number++)
        {
            await _xo.BotDefinition.InstallSampleBotAsync(sample);
        }

        _platform.Faults = FaultPlan.On("installSampleBot", 1, Fault.ResetAfterEffect);

        var fault = await Record.ExceptionAsync(() => _xo.BotDefinition.InstallSampleBotAsync(sample));

        Assert.Equal(before, _platform.Requests.Count);
        Assert.Equal(before, _platform.Bots.Count);
        Assert.True(Assert.IsType<KoreXoException>(fault).MayHaveBeenApplied);
    }
}
