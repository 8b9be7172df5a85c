using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Bots;

/// <summary>The bots, by id.</summary>
internal sealed class BotStore(IdSource ids)
{
    private readonly ConcurrentDictionary<string, SimulatedBot> _bots = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, SimulatedBot> Bots => _bots.AsReadOnly();

    /// <summary>A bot as imports make it: not published, no channel enabled.</summary>
    public SimulatedBot Add(string name, string? purpose, BotContent content)
    {
        var bot = new SimulatedBot("st-" + ids.Groups(), name, purpose, content);
        _bots[bot.Id] = bot;
        return bot;
    }

    /// <summary>A bot that has been in use: published once, one channel enabled.</summary>
    public SimulatedBot AddSeasoned(string name)
    {
        var definition = new JsonObject { ["name"] = name, ["dialogs"] = new JsonArray(new JsonObject { ["name"] = "Welcome" }) };
        var content = new BotContent(Bytes(definition), Bytes(new JsonObject { ["name"] = name }));
        var bot = new SimulatedBot("st-" + ids.Groups(), name, purpose: null, content, "rtm");
        bot.Publish(content);
        _bots[bot.Id] = bot;
        return bot;
    }

    /// <exception cref="RefusalException">404: there is no such bot.</exception>
    public SimulatedBot Demand(string id) => _bots.GetValueOrDefault(id) ?? throw RefusalException.NotFound($"There is no bot '{id}'.");

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
