using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Bots;

/// <summary>The bots of the account, by id.</summary>
internal sealed class BotStore(IdSource ids, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, SimulatedBot> _bots = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _samples = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, SimulatedBot> Bots => _bots.AsReadOnly();

    // A test on a fake clock creates several bots at one time; the id then makes the order the same in each response.
    /// <summary>Gets the bots in the order of their creation.</summary>
    public IReadOnlyList<SimulatedBot> InOrder =>
        [.. _bots.Values.OrderBy(bot => bot.CreatedOn).ThenBy(bot => bot.Id, StringComparer.Ordinal)];

    /// <summary>Adds a bot as an import creates it: not published, with no channel enabled.</summary>
    public SimulatedBot Add(string name, string? purpose, BotContent content)
    {
        var bot = new SimulatedBot("st-" + ids.Groups(), name, purpose, content, time.GetUtcNow());
        _bots[bot.Id] = bot;
        return bot;
    }

    /// <summary>Adds a bot that has been in use: published once, with one channel enabled.</summary>
    public SimulatedBot AddSeasoned(string name)
    {
        var definition = new JsonObject { ["name"] = name, ["dialogs"] = new JsonArray(new JsonObject { ["name"] = "Welcome" }) };
        var content = new BotContent(Bytes(definition), Bytes(new JsonObject { ["name"] = name }));
        var bot = new SimulatedBot("st-" + ids.Groups(), name, purpose: null, content, time.GetUtcNow(), "rtm");
        // Before it is added, so that no request sees it unpublished.
        bot.Publish(content, time.GetUtcNow());
        _bots[bot.Id] = bot;
        return bot;
    }

    /// <summary>Adds a sample bot, which can be installed but not called.</summary>
    /// <returns>Its id.</returns>
    public string AddSample(string name)
    {
        var id = "st-" + ids.Groups();
        _samples[id] = name;
        return id;
    }

    /// <summary>Returns the name of a sample bot.</summary>
    /// <exception cref="RefusalException">404: the sample does not exist.</exception>
    public string DemandSample(string id) =>
        _samples.GetValueOrDefault(id) ?? throw RefusalException.NotFound($"There is no sample bot '{id}'.");

    /// <exception cref="RefusalException">404: the bot does not exist.</exception>
    public SimulatedBot Demand(string id) => _bots.GetValueOrDefault(id) ?? throw RefusalException.NotFound($"There is no bot '{id}'.");

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
