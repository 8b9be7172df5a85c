using System.Collections.Immutable;
using KoreXo.Simulator.Bots;

namespace KoreXo.Simulator;

/// <summary>
/// A bot of the simulated platform. Its definition and configuration are kept as they were imported: the simulator does not
/// look into them, and import or export options that choose parts have no effect.
/// All members may be used while requests are served.
/// </summary>
public sealed class SimulatedBot
{
    private ImmutableHashSet<string> _channels;
    private volatile BotContent _latest;
    private volatile BotContent? _published;

    internal SimulatedBot(string id, string name, string? purpose, BotContent content, params IEnumerable<string> channels)
    {
        Id = id;
        Name = name;
        Purpose = purpose;
        _latest = content;
        _channels = ImmutableHashSet.CreateRange(StringComparer.Ordinal, channels);
    }

    /// <summary>The id of the bot, also called its stream id. It begins with <c>st-</c>.</summary>
    public string Id { get; }

    /// <summary>The name of the bot.</summary>
    public string Name { get; }

    /// <summary>Whom the bot serves, <c>customer</c> or <c>employee</c>; null when no import has said so.</summary>
    public string? Purpose { get; }

    /// <summary>The definition, as bytes of the file that was imported last.</summary>
    public ReadOnlyMemory<byte> Definition => _latest.Definition;

    /// <summary>The definition that was published last; null when none was.</summary>
    public ReadOnlyMemory<byte>? PublishedDefinition => _published?.Definition;

    /// <summary>The enabled channels. A bot can only be published with at least one.</summary>
    public IReadOnlySet<string> Channels => Volatile.Read(ref _channels);

    internal BotContent Latest => _latest;

    internal BotContent? Published => _published;

    /// <summary>Enables a channel.</summary>
    /// <param name="channel">The name of the channel, such as <c>rtm</c>.</param>
    public void EnableChannel(string channel)
    {
        ArgumentException.ThrowIfNullOrEmpty(channel);
        ImmutableInterlocked.Update(ref _channels, channels => channels.Add(channel));
    }

    /// <summary>Disables a channel. Nothing happens when it is not enabled.</summary>
    /// <param name="channel">The name of the channel.</param>
    public void DisableChannel(string channel)
    {
        ArgumentException.ThrowIfNullOrEmpty(channel);
        ImmutableInterlocked.Update(ref _channels, channels => channels.Remove(channel));
    }

    /// <summary>Shows name and id.</summary>
    /// <returns>For example <c>Travel (st-…)</c>.</returns>
    public override string ToString() => $"{Name} ({Id})";

    /// <summary>Takes the content of an import. What it does not bring, functions and icon, stays.</summary>
    internal void Replace(BotContent content)
    {
        var before = _latest;
        _latest = content with
        {
            Functions = content.Functions.Count > 0 ? content.Functions : before.Functions,
            Icon = content.Icon ?? before.Icon,
        };
    }

    internal void Publish(BotContent content) => _published = content;
}
