using System.Text.Json.Nodes;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.Documented;

/// <summary>The resources that exist, by place: <c>/customers/7</c> with everything below it.</summary>
internal sealed class ResourceStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<(string Id, JsonObject Value)>> _collections = new(StringComparer.Ordinal);
    private long _last;

    public long NextNumber() => Interlocked.Increment(ref _last);

    public bool Has(string collection, string id)
    {
        lock (_gate)
        {
            return Find(collection, id) >= 0;
        }
    }

    /// <exception cref="RefusalException">404: it does not exist.</exception>
    public JsonObject Get(string collection, string id)
    {
        lock (_gate)
        {
            return (JsonObject)_collections[collection = Existing(collection, id)][Find(collection, id)].Value.DeepClone();
        }
    }

    /// <summary>Returns the resources of a collection, oldest first.</summary>
    public IReadOnlyList<JsonObject> List(string collection)
    {
        lock (_gate)
        {
            return [.. _collections.GetValueOrDefault(collection, []).Select(item => (JsonObject)item.Value.DeepClone())];
        }
    }

    /// <exception cref="RefusalException">409: there is one with the id.</exception>
    public void Add(string collection, string id, JsonObject value)
    {
        lock (_gate)
        {
            if (Find(collection, id) >= 0)
            {
                throw new RefusalException(409, $"'{Shown(collection, id)}' exists already.");
            }

            if (!_collections.TryGetValue(collection, out var items))
            {
                _collections[collection] = items = [];
            }

            items.Add((id, (JsonObject)value.DeepClone()));
        }
    }

    // Reading, changing and writing are one step under the lock, or one of two updates at the same time would be lost.
    /// <exception cref="RefusalException">404: it does not exist.</exception>
    public JsonObject Update(string collection, string id, Func<JsonObject, JsonObject> change)
    {
        lock (_gate)
        {
            var items = _collections[Existing(collection, id)];
            var index = Find(collection, id);
            var value = change((JsonObject)items[index].Value.DeepClone());
            items[index] = (id, (JsonObject)value.DeepClone());
            return value;
        }
    }

    /// <summary>Removes a resource and everything that belongs to it.</summary>
    /// <exception cref="RefusalException">404: it does not exist.</exception>
    public JsonObject Remove(string collection, string id)
    {
        lock (_gate)
        {
            var items = _collections[Existing(collection, id)];
            var index = Find(collection, id);
            var value = items[index].Value;
            items.RemoveAt(index);
            var below = $"{collection}/{Uri.EscapeDataString(id)}/";
            foreach (var place in _collections.Keys.Where(place => place.StartsWith(below, StringComparison.Ordinal)).ToList())
            {
                _collections.Remove(place);
            }

            return value;
        }
    }

    private string Existing(string collection, string id) =>
        Find(collection, id) >= 0 ? collection : throw RefusalException.NotFound($"There is no '{Shown(collection, id)}'.");

    private int Find(string collection, string id) =>
        _collections.TryGetValue(collection, out var items) ? items.FindIndex(item => item.Id == id) : -1;

    private static string Shown(string collection, string id) => $"{collection}/{Uri.EscapeDataString(id)}";
}
