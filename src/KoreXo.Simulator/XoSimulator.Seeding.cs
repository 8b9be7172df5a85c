using KoreXo.Simulator.TestSuites;

namespace KoreXo.Simulator;

/// <content>Members that fill the platform with data that would otherwise accumulate over time.</content>
public sealed partial class XoSimulator
{
    /// <summary>
    /// Generates conversation sessions of a bot with their messages; the same seed and calls give the same sessions. Responses of
    /// analytics, billing and logs are derived from them, so that a test can compare them with the returned sessions.
    /// </summary>
    /// <param name="bot">The bot.</param>
    /// <param name="count">The number of sessions, at least 1.</param>
    /// <param name="seed">How the sessions are generated. Without it, the defaults of <see cref="SessionSeed"/> apply.</param>
    /// <returns>The sessions, earliest first.</returns>
    /// <exception cref="ArgumentException">A number is out of range, or the time range of the seed is empty.</exception>
    public IReadOnlyList<SimulatedSession> SeedSessions(SimulatedBot bot, int count, SessionSeed? seed = null)
    {
        seed ??= new SessionSeed();
        ArgumentNullException.ThrowIfNull(bot);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(seed.MessagesPerSession, 1, nameof(seed));
        ArgumentOutOfRangeException.ThrowIfLessThan(seed.Users, 1, nameof(seed));
        ArgumentOutOfRangeException.ThrowIfLessThan(seed.AlertEvery, 0, nameof(seed));
        ArgumentOutOfRangeException.ThrowIfZero(seed.Channels.Count, nameof(seed));
        if (seed.From >= (seed.To ?? _state.Now))
        {
            throw new ArgumentException("The time range of the seed is empty.", nameof(seed));
        }

        return _state.Conversations.Seed(bot, count, seed, _state.Now);
    }

    /// <summary>Gets a snapshot of the sessions of all bots, earliest first.</summary>
    public IReadOnlyList<SimulatedSession> Sessions => _state.Conversations.Sessions(bot: null).Items;

    /// <summary>Gets the responses to feedback surveys of all bots that were saved so far, latest first.</summary>
    public IReadOnlyList<SimulatedFeedback> Feedback => _state.Feedback.Find(_ => true);

    /// <summary>Adds a sample bot, which can be installed in the account by its id.</summary>
    /// <param name="name">The name of the sample.</param>
    /// <returns>The id of the sample.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public string AddSampleBot(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _state.Bots.AddSample(name);
    }

    /// <summary>Adds a batch test suite to a bot. The suite is not created from a file, so it can be run but not exported.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="name">The name of the suite.</param>
    /// <param name="utterances">The utterances, one for each case.</param>
    /// <returns>The suite.</returns>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public SimulatedTestSuite AddTestSuite(SimulatedBot bot, string name, params IEnumerable<string> utterances)
    {
        ArgumentNullException.ThrowIfNull(bot);
        return Add(
            bot.BatchSuites,
            new SimulatedTestSuite("ts-" + _state.Ids.Groups(), Named(name), "", [.. utterances]) { CreatedOn = _state.Now }
        );
    }

    /// <summary>Adds a conversation test suite to a bot.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="name">The name of the suite.</param>
    /// <param name="inputs">The user input of each step.</param>
    /// <returns>The suite.</returns>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public SimulatedTestSuite AddConversationTestSuite(SimulatedBot bot, string name, params IEnumerable<string> inputs)
    {
        ArgumentNullException.ThrowIfNull(bot);
        return Add(
            bot.ConversationSuites,
            new SimulatedTestSuite("ctc-" + _state.Ids.Groups(), Named(name), "", [.. inputs]) { CreatedOn = _state.Now }
        );
    }

    /// <summary>Adds FAQs to the knowledge graph of a bot.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="count">The number of FAQs, at least 1.</param>
    /// <param name="node">The label of the node, which is created below the root if needed. The default is the root itself.</param>
    /// <param name="language">The code of the language. The default is the bot's default language.</param>
    /// <returns>The FAQs, in the order in which they are listed.</returns>
    /// <exception cref="ArgumentException">The number is out of range, or the bot does not have the language.</exception>
    public IReadOnlyList<SimulatedFaq> SeedFaqs(SimulatedBot bot, int count, string? node = null, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(bot);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var code = language ?? bot.DefaultLanguage;
        if (!bot.Languages.ContainsKey(code))
        {
            throw new ArgumentException($"The bot does not have the language '{code}'.", nameof(language));
        }

        var graph = _state.Knowledge.Graph(bot, code);
        var place = graph.NodeAt(node);
        var faqs = Enumerable
            .Range(1, count)
            .Select(number =>
                _state.Knowledge.NewFaq(
                    code,
                    $"FAQ {number} of {place.Label}",
                    $"Answer {number} of {place.Label}",
                    place,
                    "u-" + _state.Ids.Groups()
                )
            )
            .ToList();
        faqs.ForEach(graph.Add);
        return faqs;
    }

    /// <summary>Marks a recipient as unreachable: notifications to this identity fail from now on.</summary>
    /// <param name="identity">The identity as in requests: an email address, a phone number, or the id of a space.</param>
    /// <exception cref="ArgumentException">The identity is empty.</exception>
    public void AddUnreachableRecipient(string identity)
    {
        ArgumentException.ThrowIfNullOrEmpty(identity);
        _state.Recipients.MarkUnreachable(identity);
    }

    /// <summary>Gets the current time on the simulator's clock.</summary>
    internal DateTimeOffset Now => _state.Now;

    internal IEnumerable<string> ViewNames => _state.Tables.ViewNames;

    private static string Named(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name;
    }

    private static SimulatedTestSuite Add(SuiteSet suites, SimulatedTestSuite suite) =>
        suites.TryAdd(suite) ? suite : throw new ArgumentException($"There is already a suite '{suite.Name}'.", nameof(suite));
}
