using System.Reflection;
using KoreXo.Simulator;
using KoreXo.Simulator.Tests;
using KoreXo.Simulator.Tests.Operations;
using KoreXo.Tests.Catalog;

namespace KoreXo.Tests.Calls;

/// <summary>Every method of the SDK, called over HTTP on the simulated platform, which holds each request against the documents.</summary>
public sealed class OperationCallTests : PlatformTest
{
    private SceneCallers _callers = null!;
    private Scene _scene = null!;

    public static TheoryData<string> Ids => SpecDocuments.OperationIds;

    protected override async Task PrepareAsync()
    {
        _callers = new SceneCallers(kind => As(Platform.AddAppWithAllScopes(kind)));
        _scene = await Scene.BuildAsync(Platform, Clock, _callers.Admin);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_method_is_served_and_its_answer_read(string id)
    {
        var plan = await _scene.PlanAsync(id, _callers);
        var xo = Connect(Enum.GetValues<AppKind>().Select(Platform.AddAppWithAllScopes));

        var answer = await ClientCall.InvokeAsync(xo, id, plan);

        Assert.NotNull(answer);
        Assert.Equal(id, Platform.Requests[^1].OperationId);
        Assert.InRange((int)Platform.Requests[^1].Status, 200, 299);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Each_alternative_is_refused_without_its_scope_by_name_and_served_with_it(string id)
    {
        foreach (var alternative in ClientMethod.Of(SpecDocuments.Operation(id)).Method.GetCustomAttributes<RequiresScopesAttribute>())
        {
            var kind = Enum.Parse<AppKind>(alternative.Credential!, ignoreCase: true);
            foreach (var missing in alternative.AllOf)
            {
                var plan = await _scene.PlanAsync(id, _callers);
                var without = Connect([Platform.AddApp(kind, alternative.AllOf.Where(scope => scope != missing))]);

                var refusal = await Assert.ThrowsAsync<KoreXoScopeException>(() => ClientCall.InvokeAsync(without, id, plan));

                Assert.Contains($"'{missing}'", refusal.Message, StringComparison.Ordinal);
                Assert.False(refusal.MayHaveBeenApplied);
            }

            var fresh = await Scene.BuildAsync(Platform, Clock, _callers.Admin);
            Assert.NotNull(
                await ClientCall.InvokeAsync(Connect([Platform.AddApp(kind, alternative.AllOf)]), id, await fresh.PlanAsync(id, _callers))
            );
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_manifest_without_the_scope_refuses_before_sending(string id)
    {
        var plan = await _scene.PlanAsync(id, _callers);
        var xo = Connect(Enum.GetValues<AppKind>().Select(Platform.AddAppWithAllScopes), new ScopeManifest("empty", []));
        var before = Platform.Requests.Count;

        var refusal = await Assert.ThrowsAsync<KoreXoScopeException>(() => ClientCall.InvokeAsync(xo, id, plan));

        Assert.NotEmpty(refusal.MissingScopes);
        Assert.Equal(before, Platform.Requests.Count);
    }

    private KoreXoClient Connect(IEnumerable<SimulatedApp> apps, ScopeManifest? scopes = null)
    {
        var options = new KoreXoClientOptions
        {
            Endpoint = Platform.Endpoint,
            TimeProvider = Clock,
            Scopes = scopes,
        };
        foreach (var app in apps)
        {
            options.Credentials[app.Kind.ToString().ToLowerInvariant()] = new JwtCredential(app.ClientId, app.ClientSecret)
            {
                TimeProvider = Clock,
            };
        }

        return new KoreXoClient(options);
    }
}
