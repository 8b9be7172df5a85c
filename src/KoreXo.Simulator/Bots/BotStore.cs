using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Bots;

/// <summary>The bots, by id.</summary>
internal sealed class BotStore(IdSource ids, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, SimulatedBot> _bots = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _samples = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, SimulatedBot> Bots => _bots.AsReadOnly();

    /// <summary>The bots in the order of their making.</summary>
    public IReadOnlyList<SimulatedBot> InOrder =>
        [.. _bots.Values.OrderBy(bot => bot.CreatedOn).ThenBy(bot => bot.Id, StringComparer.Ordinal)];

    /// <summary>A bot as imports make it: not published, no channel enabled.</summary>
    public SimulatedBot Add(string name, string? purpose, BotContent content)
    {
        var bot = new SimulatedBot("st-" + ids.Groups(), name, purpose, content, time.GetUtcNow());
        _bots[bot.Id] = bot;
        return bot;
    }

    /// <summary>A bot that has been in use: published once, one channel enabled.</summary>
    public SimulatedBot AddSeasoned(string name)
    {
        var definition = new JsonObject { ["name"] = name, ["dialogs"] = new JsonArray(new JsonObject { ["name"] = "Welcome" }) };
        var content = new BotContent(Bytes(definition), Bytes(new JsonObject { ["name"] = name }));
        var bot = new SimulatedBot("st-" + ids.Groups(), name, purpose: null, content, time.GetUtcNow(), "rtm");
        bot.Publish(content, time.GetUtcNow());
        _bots[bot.Id] = bot;
        return bot;
    }

    /// <summary>Adds a sample bot, which can be installed and not called.</summary>
    /// <returns>Its id.</returns>
    public string AddSample(string name)
    {
        var id = "st-" + ids.Groups();
        _samples[id] = name;
        return id;
    }

    /// <summary>The name of a sample bot.</summary>
    /// <exception cref="RefusalException">404: there is no such sample.</exception>
    public string DemandSample(string id) =>
        _samples.GetValueOrDefault(id) ?? throw RefusalException.NotFound($"There is no sample bot '{id}'.");

    /// <exception cref="RefusalException">404: there is no such bot.</exception>
    public SimulatedBot Demand(string id) => _bots.GetValueOrDefault(id) ?? throw RefusalException.NotFound($"There is no bot '{id}'.");

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
