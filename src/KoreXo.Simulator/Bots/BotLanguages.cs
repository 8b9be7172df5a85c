using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Bots;

/// <summary>The languages of a bot. The default language always exists and is enabled.</summary>
internal sealed partial class BotLanguages
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, SimulatedLanguage> _languages = new(StringComparer.Ordinal);
    private string _default = "en";

    public BotLanguages() => _languages[_default] = new SimulatedLanguage(_default, IsEnabled: true, IsPublished: false);

    public string Default
    {
        get
        {
            lock (_gate)
            {
                return _default;
            }
        }
    }

    public IReadOnlyDictionary<string, SimulatedLanguage> Snapshot()
    {
        lock (_gate)
        {
            return new OrderedDictionary<string, SimulatedLanguage>(_languages, StringComparer.Ordinal);
        }
    }

    /// <summary>Returns whether a string has the form of a language code, such as <c>de</c> or <c>zh_cn</c>.</summary>
    public static bool IsCode(string text) => Code().IsMatch(text);

    /// <exception cref="RefusalException">400: the code is invalid, or the bot already has the language.</exception>
    public void Add(string code)
    {
        lock (_gate)
        {
            if (!IsCode(code))
            {
                throw RefusalException.BadRequest($"The language code '{code}' is not valid.");
            }

            if (!_languages.TryAdd(code, new SimulatedLanguage(code, IsEnabled: true, IsPublished: false)))
            {
                throw RefusalException.BadRequest($"The bot has the language '{code}' already.");
            }
        }
    }

    /// <exception cref="RefusalException">400: the bot does not have the language.</exception>
    public SimulatedLanguage Demand(string code)
    {
        lock (_gate)
        {
            return Find(code);
        }
    }

    /// <exception cref="RefusalException">400: the bot does not have the language, or the default language would be disabled.</exception>
    public void SetEnabled(string code, bool enabled)
    {
        lock (_gate)
        {
            var language = Find(code);
            if (code == _default && !enabled)
            {
                throw RefusalException.BadRequest($"The language '{code}' is the default of the bot, which cannot be disabled.");
            }

            _languages[code] = language with { IsEnabled = enabled };
        }
    }

    /// <exception cref="RefusalException">400, in the format on the platform's page: the language cannot be the default.</exception>
    public void ChangeDefault(string code)
    {
        lock (_gate)
        {
            if (!IsCode(code))
            {
                throw Error($"The language code '{code}' is not valid.");
            }

            if (!_languages.TryGetValue(code, out var language))
            {
                throw Error($"The language '{code}' is not configured for the app. Configure it and publish the app first.");
            }

            if (code == _default)
            {
                throw Error($"The language '{code}' is the default already.");
            }

            if (!language.IsEnabled)
            {
                throw Error($"The language '{code}' is disabled. Enable it first.");
            }

            _default = language.IsPublished ? code : throw Error($"The app was never published with the language '{code}'.");
        }
    }

    /// <summary>Marks the enabled languages as published.</summary>
    public void Publish()
    {
        lock (_gate)
        {
            foreach (var (code, language) in _languages.Where(language => language.Value.IsEnabled).ToList())
            {
                _languages[code] = language with { IsPublished = true };
            }
        }
    }

    [GeneratedRegex(
        @"^[a-z]{2,3}([-_][A-Za-z]{2,4})?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite
    )]
    private static partial Regex Code();

    private static RefusalException Error(string message) =>
        new(400, message)
        {
            Body = new JsonObject { ["status"] = "Error", ["message"] = message },
        };

    private SimulatedLanguage Find(string code) =>
        _languages.TryGetValue(code, out var language)
            ? language
            : throw RefusalException.BadRequest($"The bot does not have the language '{code}'.");
}
