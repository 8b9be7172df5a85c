namespace KoreXo.Simulator.Bots;

/// <summary>The variables of a bot, by collection and name.</summary>
internal sealed class VariableSet
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<(string? Collection, string Key), SimulatedVariable> _variables = [];
    private readonly Dictionary<string, string> _collections = new(StringComparer.Ordinal);

    public IReadOnlyList<SimulatedVariable> Snapshot()
    {
        lock (_gate)
        {
            return [.. _variables.Values];
        }
    }

    /// <summary>Adds variables, and replaces those with the same names.</summary>
    public void Write(IEnumerable<SimulatedVariable> variables)
    {
        lock (_gate)
        {
            foreach (var variable in variables)
            {
                _variables[(variable.Collection, variable.Key)] = variable;
            }
        }
    }

    public void WriteCollection(string id, string name)
    {
        lock (_gate)
        {
            _collections[id] = name;
        }
    }

    /// <summary>Returns the name of a collection; null if the id is unknown.</summary>
    public string? Collection(string id)
    {
        lock (_gate)
        {
            return _collections.GetValueOrDefault(id);
        }
    }
}
