using System.Collections.Immutable;
using System.Text.Json;
using KoreXo.Simulator.Bots;
using KoreXo.Simulator.Languages;
using KoreXo.Simulator.Nlp;
using KoreXo.Simulator.TestSuites;
using KoreXo.Simulator.Variables;

namespace KoreXo.Simulator;

/// <summary>
/// A bot of the simulated platform. Its definition and configuration are kept as they were imported: the simulator does not
/// look into them, and import or export options that choose parts have no effect.
/// All members may be used while requests are served.
/// </summary>
public sealed class SimulatedBot
{
    private ImmutableHashSet<string> _channels;
    private ImmutableList<SimulatedBot> _links = [];
    private volatile bool _trainingFails;
    private volatile bool _publishFails;
    private volatile BotContent _latest;
    private volatile PublishedVersion? _published;

    internal SimulatedBot(
        string id,
        string name,
        string? purpose,
        BotContent content,
        DateTimeOffset createdOn,
        params IEnumerable<string> channels
    )
    {
        Id = id;
        Name = name;
        Purpose = purpose;
        CreatedOn = createdOn;
        _latest = content;
        _channels = ImmutableHashSet.CreateRange(StringComparer.Ordinal, channels);
    }

    /// <summary>The id of the bot, also called its stream id. It begins with <c>st-</c>.</summary>
    public string Id { get; }

    /// <summary>The name of the bot.</summary>
    public string Name { get; }

    /// <summary>Whom the bot serves, <c>customer</c> or <c>employee</c>; null when no import has said so.</summary>
    public string? Purpose { get; }

    /// <summary>When the bot came to be.</summary>
    public DateTimeOffset CreatedOn { get; }

    /// <summary>The definition, as bytes of the file that was imported last.</summary>
    public ReadOnlyMemory<byte> Definition => _latest.Definition;

    /// <summary>The definition that was published last; null when none was.</summary>
    public ReadOnlyMemory<byte>? PublishedDefinition => _published?.Content.Definition;

    /// <summary>The enabled channels. A bot can only be published with at least one.</summary>
    public IReadOnlySet<string> Channels => Volatile.Read(ref _channels);

    /// <summary>The code of the default language, <c>en</c> at first.</summary>
    public string DefaultLanguage => LanguageSet.Default;

    /// <summary>The languages at this moment, by code.</summary>
    public IReadOnlyDictionary<string, SimulatedLanguage> Languages => LanguageSet.Snapshot();

    /// <summary>The variables at this moment, in the order in which they were imported first.</summary>
    public IReadOnlyList<SimulatedVariable> Variables => VariableSet.Snapshot();

    /// <summary>The ML utterances at this moment, as the lines of the files that were imported, each line once.</summary>
    public IReadOnlyList<string> Utterances => UtteranceSet.Snapshot();

    /// <summary>The batch test suites, by name.</summary>
    public IReadOnlyDictionary<string, SimulatedTestSuite> TestSuites => BatchSuites.Suites;

    /// <summary>The conversation test suites, by name.</summary>
    public IReadOnlyDictionary<string, SimulatedTestSuite> ConversationTestSuites => ConversationSuites.Suites;

    /// <summary>Whether trainings that end from now on, of machine learning or the knowledge graph, end as failures.</summary>
    public bool TrainingFails
    {
        get => _trainingFails;
        set => _trainingFails = value;
    }

    /// <summary>Whether publishes that end from now on end as failures, and publish nothing.</summary>
    public bool PublishFails
    {
        get => _publishFails;
        set => _publishFails = value;
    }

    /// <summary>The bots that are linked to this one, which is a universal bot then.</summary>
    public IReadOnlyList<SimulatedBot> LinkedBots => Volatile.Read(ref _links);

    /// <summary>The id of the user who owns the bot.</summary>
    internal string OwnerId => "u-" + Id["st-".Length..];

    internal BotContent Latest => _latest;

    /// <summary>What was published last; null when nothing was.</summary>
    internal PublishedVersion? Published => _published;

    internal BotLanguages LanguageSet { get; } = new();

    internal VariableSet VariableSet { get; } = new();

    internal UtteranceSet UtteranceSet { get; } = new();

    internal NlpSettings NlpSettings { get; } = new();

    internal SuiteSet BatchSuites { get; } = new();

    internal SuiteSet ConversationSuites { get; } = new();

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

    /// <summary>Links a bot to this one. Nothing happens when it is linked already.</summary>
    /// <param name="bot">The bot to link.</param>
    public void LinkBot(SimulatedBot bot)
    {
        ArgumentNullException.ThrowIfNull(bot);
        ImmutableInterlocked.Update(ref _links, links => links.Contains(bot) ? links : links.Add(bot));
    }

    /// <summary>The NLP settings that requests have set so far, in the form of the requests.</summary>
    /// <param name="language">The code of the language.</param>
    /// <param name="group">The name of the group of models; <see langword="null"/> where requests have named none.</param>
    /// <returns>A JSON object, empty when nothing was set.</returns>
    public JsonElement ReadNlpSettings(string language, string? group = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(language);
        return NlpSettings.Read(language, group);
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

    internal void Publish(BotContent content, DateTimeOffset now)
    {
        _published = new PublishedVersion(content, LinkedBots, now);
        LanguageSet.Publish();
    }
}
