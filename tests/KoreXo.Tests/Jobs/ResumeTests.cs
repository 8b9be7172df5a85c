using System.Globalization;
using System.Reflection;
using KoreXo.Simulator;
using KoreXo.Simulator.Tests;
using KoreXo.Simulator.Tests.Operations;
using KoreXo.Tests.Calls;
using KoreXo.Tests.Catalog;

namespace KoreXo.Tests.Jobs;

/// <summary>Every job of the documents, started by one client and followed to its end by another that has nothing but the token.</summary>
public sealed class ResumeTests : PlatformTest
{
    private static readonly JobPolling Fast = new()
    {
        InitialDelay = TimeSpan.FromMilliseconds(1),
        MaxDelay = TimeSpan.FromMilliseconds(5),
    };

    private SceneCallers _callers = null!;
    private Scene _scene = null!;

    public static TheoryData<string> Starts => [.. OperationLinks.OfPlatform.Jobs.Keys];

    protected override async Task PrepareAsync()
    {
        _callers = new SceneCallers(kind => As(Platform.AddAppWithAllScopes(kind)));
        _scene = await Scene.BuildAsync(Platform, Clock, _callers.Admin);
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public async Task A_job_is_followed_to_its_end_by_whoever_has_its_token(string id)
    {
        var plan = await _scene.PlanAsync(id, _callers);
        var job = (await ClientCall.InvokeAsync(Connect(), id, plan))!;
        var token = Token(job);

        var follow = typeof(ResumeTests)
            .GetMethod(nameof(FollowAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(job.GetType().GetGenericArguments()[0]);
        await (Task)
            follow.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [job, Resume(Connect(), id, token)], CultureInfo.InvariantCulture)!;
    }

    [Theory]
    [MemberData(nameof(Starts))]
    public void A_token_of_another_job_is_refused_by_name(string id)
    {
        var other = OperationLinks.OfPlatform.Jobs.Keys.First(start => start != id);
        var fault = Assert.Throws<ArgumentException>(() => Resume(Connect(), id, Forged(other)));

        Assert.Contains($"'{other}'", fault.Message, StringComparison.Ordinal);
        Assert.Contains($"'{id}'", fault.Message, StringComparison.Ordinal);
    }

    private static async Task FollowAsync<T>(Job<T> started, Job<T> resumed)
    {
        Assert.Equal(started.ResumeToken, resumed.ResumeToken);
        Assert.Equal((false, null), (resumed.HasCompleted, resumed.State));

        // Each asks once, and then the process that started the job is gone.
        await started.RefreshAsync();
        await resumed.RefreshAsync();
        Assert.False(started.HasCompleted);
        Assert.False(resumed.HasCompleted);
        Assert.NotNull(resumed.Status);

        Assert.NotNull(await resumed.WaitAsync(Fast));
        Assert.True(resumed.HasCompleted);
    }

    private KoreXoClient Connect()
    {
        var options = new KoreXoClientOptions { Endpoint = Platform.Endpoint };
        foreach (var app in Enum.GetValues<AppKind>().Select(Platform.AddAppWithAllScopes))
        {
            options.Credentials[app.Kind.ToString().ToLowerInvariant()] = new JwtCredential(app.ClientId, app.ClientSecret)
            {
                TimeProvider = Clock,
            };
        }

        return new KoreXoClient(options);
    }

    private static object Resume(KoreXoClient xo, string id, string token)
    {
        var (area, _) = ClientMethod.Of(SpecDocuments.Operation(id));
        var client = typeof(KoreXoClient).GetProperties().Single(property => property.PropertyType == area.Client).GetValue(xo);
        var method = area.Client.GetMethod("Resume" + id["start".Length..]);
        Assert.NotNull(method);
        return method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, [token], CultureInfo.InvariantCulture)!;
    }

    private static string Token(object job) => (string)job.GetType().GetProperty(nameof(Job<int>.ResumeToken))!.GetValue(job)!;

    private static string Forged(string operation) =>
        Convert
            .ToBase64String(System.Text.Encoding.UTF8.GetBytes($$$"""{"v":1,"op":"{{{operation}}}","values":{}}"""))
            .TrimEnd('=')
            .Replace('+', '-')
            .Replace('/', '_');
}
