using Microsoft.Extensions.Configuration;

namespace KoreXo.Runtime;

/// <summary>
/// Binds options from a configuration section by name, without reflection. docs/guides/configuration.md lists the settings.
/// </summary>
internal sealed class OptionsBinder(KoreXoClientOptions options)
{
    private readonly List<string> _faults = [];
    private readonly List<string> _unknown = [];

    /// <summary>Gets the paths of settings that exist but have no effect in combination with the others.</summary>
    public List<string> Unused { get; } = [];

    /// <summary>Binds a section.</summary>
    /// <returns>The paths of unknown settings.</returns>
    public IReadOnlyList<string> Bind(IConfigurationSection section)
    {
        var settings = new SettingReader(section, "", _faults);
        settings.Address(nameof(options.Endpoint), value => options.Endpoint = value);
        settings.Addresses(nameof(options.Servers), (server, value) => options.Servers[server] = value);
        settings.Text(nameof(options.ApplicationId), value => options.ApplicationId = value);
        settings.LongNumber(nameof(options.MaxResponseBytes), value => options.MaxResponseBytes = value);
        settings.Time(nameof(options.AttemptTimeout), value => options.AttemptTimeout = value);
        settings.Time(nameof(options.IdleTimeout), value => options.IdleTimeout = value);
        settings.Time(nameof(options.TotalTimeout), value => options.TotalTimeout = value);
        settings.Number(nameof(options.MaxRetries), value => options.MaxRetries = value);
        settings.Time(nameof(options.MaxRateLimitWait), value => options.MaxRateLimitWait = value);
        settings.Flag(nameof(options.EnforceRateLimits), value => options.EnforceRateLimits = value);
        settings.Each(nameof(options.RateLimits), BindQuota);
        settings.Choice<RateLimitStoreFailure>(nameof(options.RateLimitStoreFailure), value => options.RateLimitStoreFailure = value);
        settings.Section(
            nameof(options.Credential),
            inner => options.Credential = BindCredential(inner, $"{nameof(options.Credential)}:") ?? options.Credential
        );
        settings.Each(
            nameof(options.Credentials),
            (kind, inner) =>
            {
                if (BindCredential(inner, $"{nameof(options.Credentials)}:{kind}:") is { } credential)
                {
                    options.Credentials[kind] = credential;
                }
            }
        );
        _unknown.AddRange(settings.Unknown());
        options.ConfigurationPath = section.Path;
        options.ConfigurationFaults = _faults;
        return _unknown;
    }

    private void BindQuota(string budget, IConfigurationSection section)
    {
        var windows = new List<RateLimitWindow>();
        foreach (var child in section.GetChildren())
        {
            var (calls, seconds) = (0, 0);
            var settings = new SettingReader(child, $"{nameof(options.RateLimits)}:{budget}:{child.Key}:", _faults);
            settings.Number(nameof(RateLimitWindow.Calls), value => calls = value);
            settings.Number(nameof(RateLimitWindow.Seconds), value => seconds = value);
            _unknown.AddRange(settings.Unknown());
            windows.Add(new RateLimitWindow(calls, seconds));
        }

        options.RateLimits[budget] = windows;
    }

    private KoreXoCredential? BindCredential(IConfigurationSection section, string path)
    {
        var settings = new SettingReader(section, path, _faults);
        var faults = _faults.Count;
        var credential = CredentialBinder.Bind(settings);
        _unknown.AddRange(settings.Unknown(CredentialBinder.Names));
        if (_faults.Count != faults)
        {
            return null; // unused settings would only be consequences of the error
        }

        Unused.AddRange(settings.Unused(CredentialBinder.Names));
        return credential;
    }
}
