using System.Collections.Immutable;
using System.Text.Json;
using KoreXo.Simulator.Bots;
using KoreXo.Simulator.Nlp;
using KoreXo.Simulator.TestSuites;

namespace KoreXo.Simulator;

/// <summary>
/// A bot of the simulated platform. Its definition and configuration are stored as imported: the simulator does not interpret them, and
/// import or export options that select parts have no effect. All members are thread-safe and can be used while requests are being served.
/// </summary>
public sealed class SimulatedBot
{
    private ImmutableHashSet<string> _channels;
    private ImmutableList<SimulatedBot> _links = [];
    private volatile bool _trainingFails;
    private volatile bool _publishFails;

    // Contents and published versions are never changed, only replaced as a whole. A request that exports the bot while another imports
    // into it therefore gets the files of one version, never the definition of the one with the configuration of the other.
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

    /// <summary>Gets the id of the bot, also called its stream id. It starts with <c>st-</c>.</summary>
    public string Id { get; }

    /// <summary>Gets the name of the bot.</summary>
    public string Name { get; }

    /// <summary>Gets the audience of the bot, <c>customer</c> or <c>employee</c>; <see langword="null"/> if no import has set it.</summary>
    public string? Purpose { get; }

    /// <summary>Gets the time when the bot was created.</summary>
    public DateTimeOffset CreatedOn { get; }

    /// <summary>Gets the definition, as the bytes of the last imported file.</summary>
    public ReadOnlyMemory<byte> Definition => _latest.Definition;

    /// <summary>Gets the last published definition; <see langword="null"/> if none was published.</summary>
    public ReadOnlyMemory<byte>? PublishedDefinition => _published?.Content.Definition;

    /// <summary>Gets the enabled channels. A bot needs at least one to be published.</summary>
    public IReadOnlySet<string> Channels => Volatile.Read(ref _channels);

    /// <summary>Gets the code of the default language, initially <c>en</c>.</summary>
    public string DefaultLanguage => LanguageSet.Default;

    /// <summary>Gets a snapshot of the languages, by code.</summary>
    public IReadOnlyDictionary<string, SimulatedLanguage> Languages => LanguageSet.Snapshot();

    /// <summary>Gets a snapshot of the variables, in the order in which they were first imported.</summary>
    public IReadOnlyList<SimulatedVariable> Variables => VariableSet.Snapshot();

    /// <summary>Gets a snapshot of the ML utterances: the distinct lines of the imported files.</summary>
    public IReadOnlyList<string> Utterances => UtteranceSet.Snapshot();

    /// <summary>Gets the batch test suites, by name.</summary>
    public IReadOnlyDictionary<string, SimulatedTestSuite> TestSuites => BatchSuites.Suites;

    /// <summary>Gets the conversation test suites, by name.</summary>
    public IReadOnlyDictionary<string, SimulatedTestSuite> ConversationTestSuites => ConversationSuites.Suites;

    /// <summary>Gets or sets a value indicating whether trainings that finish from now on, of ML or the knowledge graph, fail.</summary>
    public bool TrainingFails
    {
        get => _trainingFails;
        set => _trainingFails = value;
    }

    /// <summary>Gets or sets a value indicating whether publishes that finish from now on fail and publish nothing.</summary>
    public bool PublishFails
    {
        get => _publishFails;
        set => _publishFails = value;
    }

    /// <summary>Gets the bots that are linked to this one, which makes it a universal bot.</summary>
    public IReadOnlyList<SimulatedBot> LinkedBots => Volatile.Read(ref _links);

    /// <summary>Gets the id of the user who owns the bot.</summary>
    internal string OwnerId => "u-" + Id["st-".Length..];

    internal BotContent Latest => _latest;

    /// <summary>Gets the last published version; null if nothing was published.</summary>
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

    /// <summary>Disables a channel. Does nothing if it is not enabled.</summary>
    /// <param name="channel">The name of the channel.</param>
    public void DisableChannel(string channel)
    {
        ArgumentException.ThrowIfNullOrEmpty(channel);
        ImmutableInterlocked.Update(ref _channels, channels => channels.Remove(channel));
    }

    /// <summary>Links a bot to this one. Does nothing if it is already linked.</summary>
    /// <param name="bot">The bot to link.</param>
    public void LinkBot(SimulatedBot bot)
    {
        ArgumentNullException.ThrowIfNull(bot);
        ImmutableInterlocked.Update(ref _links, links => links.Contains(bot) ? links : links.Add(bot));
    }

    /// <summary>Returns the NLP settings that requests have set so far, in the format of the requests.</summary>
    /// <param name="language">The code of the language.</param>
    /// <param name="group">The name of the model group; <see langword="null"/> for requests that name none.</param>
    /// <returns>A JSON object; empty if nothing was set.</returns>
    public JsonElement ReadNlpSettings(string language, string? group = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(language);
        return NlpSettings.Read(language, group);
    }

    /// <summary>Returns the name and the id.</summary>
    /// <returns>For example <c>Travel (st-…)</c>.</returns>
    public override string ToString() => $"{Name} ({Id})";

    /// <summary>Replaces the content with that of an import. Functions and icon are kept if the import has none.</summary>
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
