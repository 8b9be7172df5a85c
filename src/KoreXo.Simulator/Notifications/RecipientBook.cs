using System.Collections.Concurrent;

namespace KoreXo.Simulator.Notifications;

/// <summary>The recipients that notifications cannot reach.</summary>
internal sealed class RecipientBook
{
    private readonly ConcurrentDictionary<string, bool> _unreachable = new(StringComparer.OrdinalIgnoreCase);

    public void MarkUnreachable(string identity) => _unreachable[identity] = true;

    public bool IsReachable(string identity) => !_unreachable.ContainsKey(identity);
}
