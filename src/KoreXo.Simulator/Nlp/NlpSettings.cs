using System.Text.Json;
using System.Text.Json.Nodes;

namespace KoreXo.Simulator.Nlp;

/// <summary>The NLP settings of a bot, by language and group. Settings that a change omits stay unchanged.</summary>
internal sealed class NlpSettings
{
    private const string EngineKey = "mode";
    private const string SettingKey = "configurationKeyName";

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Language, string? Group), JsonObject> _settings = [];

    public void Change(string language, string? group, JsonElement changes)
    {
        lock (_gate)
        {
            if (!_settings.TryGetValue((language, group), out var settings))
            {
                _settings[(language, group)] = settings = [];
            }

            Merge(settings, JsonObject.Create(changes)!);
        }
    }

    /// <summary>Returns the settings as JSON; an empty object if nothing was set.</summary>
    public JsonElement Read(string language, string? group)
    {
        lock (_gate)
        {
            return JsonElement.Parse((_settings.GetValueOrDefault((language, group)) ?? []).ToJsonString());
        }
    }

    private static void Merge(JsonObject target, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            switch (value, target[name])
            {
                case (JsonObject inner, JsonObject known):
                    Merge(known, inner);
                    break;
                case (JsonArray list, JsonArray known) when list.Concat(known).All(entry => KeyOf(entry) is not null):
                    Merge(known, list);
                    break;
                default:
                    target[name] = value?.DeepClone();
                    break;
            }
        }
    }

    // A list of settings is a map in disguise: [{ "mode": "ml", "threshold": 0.5 }] changes the entry of that mode, and leaves the
    // others. Replacing the list would reset every setting that the request does not mention. Other lists are values, which are replaced.
    /// <summary>Merges entries, which are identified by their engine or key.</summary>
    private static void Merge(JsonArray target, JsonArray changes)
    {
        foreach (var change in changes.OfType<JsonObject>())
        {
            var key = KeyOf(change)!;
            if (target.OfType<JsonObject>().FirstOrDefault(entry => JsonNode.DeepEquals(entry[key], change[key])) is { } known)
            {
                Merge(known, change);
            }
            else
            {
                target.Add(change.DeepClone());
            }
        }
    }

    /// <summary>Returns the name of the member that identifies an entry; null if it has none.</summary>
    private static string? KeyOf(JsonNode? entry) =>
        entry is not JsonObject setting ? null
        : setting.ContainsKey(EngineKey) ? EngineKey
        : setting.ContainsKey(SettingKey) ? SettingKey
        : null;
}
