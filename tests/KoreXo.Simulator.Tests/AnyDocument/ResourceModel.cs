using System.Text.Json.Nodes;
using KoreXo.Simulator.Behaviors.Documented;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>What a collection has to contain after each call.</summary>
internal sealed class ResourceModel(ResourceScene scene, Resource resource, IReadOnlyList<string> parents)
{
    private readonly List<(IReadOnlyList<string> Place, JsonNode Shown)> _alive = [];
    private readonly List<IReadOnlyList<string>> _gone = [];

    public int Created { get; private set; }

    public async Task RunAsync(IReadOnlyList<(int Kind, int Which, int Seed)> steps)
    {
        foreach (var (kind, which, seed) in steps)
        {
            await (
                kind switch
                {
                    <= 3 => CreateAsync(seed),
                    <= 5 => GetAsync(which),
                    6 => UpdateAsync(which, seed),
                    7 => DeleteAsync(which),
                    8 => ListAsync(),
                    _ => GetGoneAsync(which),
                }
            );
        }
    }

    private async Task CreateAsync(int seed)
    {
        if (await scene.CreateAsync(resource, parents, seed) is { } created)
        {
            Assert.DoesNotContain(_alive, other => other.Place.SequenceEqual(created.Place, StringComparer.Ordinal));
            _alive.Add(created);
            Created++;
        }
    }

    private async Task GetAsync(int which)
    {
        // Where a resource is a job as well, getting it moves it on.
        if (ResourceScene.Find(resource, SimulatedEffect.Get) is { } get && _alive.Count > 0 && !scene.ReportsOnJobs(get))
        {
            var (place, shown) = _alive[which % _alive.Count];
            var (status, body) = await scene.CallAsync(get, place, which);
            Assert.True(status is >= 200 and < 300, $"{get.Id} {status}: {string.Join('/', place)} {body}");
            AssertSame(shown, ResourceScene.Inner(resource, body)!);
        }
    }

    private async Task GetGoneAsync(int which)
    {
        if (ResourceScene.Find(resource, SimulatedEffect.Get) is { } get && _gone.Count > 0)
        {
            Assert.Equal(404, (await scene.CallAsync(get, _gone[which % _gone.Count], which)).Status);
        }
    }

    private async Task UpdateAsync(int which, int seed)
    {
        if (ResourceScene.Find(resource, SimulatedEffect.Update) is not { } update || _alive.Count == 0)
        {
            return;
        }

        var index = which % _alive.Count;
        var (status, body) = await scene.CallAsync(update, _alive[index].Place, seed);
        if (status is < 200 or >= 300)
        {
            return; // The schema says less than what the service demands.
        }

        if (ResourceScene.Inner(resource, body) is JsonObject updated && updated[resource.IdMember] is not null)
        {
            Assert.True(JsonNode.DeepEquals(_alive[index].Shown[resource.IdMember], updated[resource.IdMember]));
            _alive[index] = (_alive[index].Place, updated);
        }
        else if (ResourceScene.Find(resource, SimulatedEffect.Get) is { } get)
        {
            _alive[index] = (
                _alive[index].Place,
                ResourceScene.Inner(resource, (await scene.CallAsync(get, _alive[index].Place, seed)).Body)!
            );
        }

        await GetAsync(index);
    }

    private async Task DeleteAsync(int which)
    {
        if (ResourceScene.Find(resource, SimulatedEffect.Delete) is { } delete && _alive.Count > 0)
        {
            var index = which % _alive.Count;
            Assert.InRange((await scene.CallAsync(delete, _alive[index].Place, which)).Status, 200, 299);
            Assert.Equal(404, (await scene.CallAsync(delete, _alive[index].Place, which)).Status);
            _gone.Add(_alive[index].Place);
            _alive.RemoveAt(index);
        }
    }

    private async Task ListAsync()
    {
        if (ResourceScene.Find(resource, SimulatedEffect.List, ofItem: false) is not { Paging: null } list)
        {
            return;
        }

        var (status, body) = await scene.CallAsync(list, parents, 0);
        Assert.Equal(200, status);
        var items = body as JsonArray ?? Lists(body!).Single(array => array.Count == _alive.Count && array.All(item => item is JsonObject));
        Assert.Equal(_alive.Count, items.Count);
        foreach (var (known, item) in _alive.Zip(items))
        {
            AssertSame(known.Shown, item!);
        }
    }

    private static IEnumerable<JsonArray> Lists(JsonNode body) =>
        body.AsObject().Select(member => member.Value).OfType<JsonArray>().DistinctBy(array => array.Count);

    /// <summary>The members that both forms of a resource have are equal.</summary>
    private static void AssertSame(JsonNode left, JsonNode right)
    {
        foreach (var (name, value) in left.AsObject())
        {
            if (right.AsObject().TryGetPropertyValue(name, out var other))
            {
                Assert.True(JsonNode.DeepEquals(value, other), $"{name}: {value?.ToJsonString()} and {other?.ToJsonString()}");
            }
        }
    }
}
