using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace KoreXo.Runtime;

/// <summary>Reads the settings of one section by name, and tracks which are invalid and which were not requested.</summary>
/// <param name="section">The section.</param>
/// <param name="path">Its path below the section of the client, with a trailing colon; empty for that section itself.</param>
/// <param name="faults">Receives the errors; secrets are not quoted.</param>
internal sealed class SettingReader(IConfiguration section, string path, List<string> faults)
{
    private const string AnAddress = "an absolute address, with https://";

    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    public string? Text(string name)
    {
        _asked.Add(name);
        return section[name];
    }

    public void Text(string name, Action<string> set)
    {
        if (Text(name) is { } text)
        {
            set(text);
        }
    }

    public void Number(string name, Action<int> set) =>
        Read(
            name,
            "a whole number",
            static (string text, out int value) =>
                int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
            set
        );

    public void LongNumber(string name, Action<long> set) =>
        Read(
            name,
            "a whole number",
            static (string text, out long value) =>
                long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value),
            set
        );

    public void Flag(string name, Action<bool> set) => Read(name, "true or false", bool.TryParse, set);

    public void Choice<T>(string name, Action<T> set)
        where T : struct, Enum =>
        Read(
            name,
            "one of " + string.Join(", ", Enum.GetNames<T>()),
            static (string text, out T value) =>
                Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text.Trim()[0]),
            set
        );

    /// <summary>Reads a time. A bare number is rejected: .NET would interpret it as days.</summary>
    public void Time(string name, Action<TimeSpan> set) => Read(name, "a time such as 00:01:40, or Infinite", TryTime, set);

    public void Address(string name, Action<Uri> set) => Read(name, AnAddress, TryAddress, set);

    /// <summary>
    /// Reads addresses by addresses. Configuration takes the colons of an address for steps of a path: put together again, the steps below
    /// the section are the address.
    /// </summary>
    public void Addresses(string name, Action<string, Uri> set)
    {
        _asked.Add(name);
        var start = section.GetSection(name);
        var open = new Stack<IConfigurationSection>(start.GetChildren());
        while (open.TryPop(out var child))
        {
            if (child.Value is { } text)
            {
                var key = child.Path[(start.Path.Length + 1)..];
                if (TryAddress(text, out var address))
                {
                    set(key, address);
                }
                else
                {
                    Fault($"{name}:{key}", $"must be {AnAddress}, not '{text}'");
                }
            }

            foreach (var inner in child.GetChildren())
            {
                open.Push(inner);
            }
        }
    }

    /// <summary>Reads the members of a section.</summary>
    public void Each(string name, Action<string, IConfigurationSection> read)
    {
        _asked.Add(name);
        foreach (var child in section.GetSection(name).GetChildren())
        {
            read(child.Key, child);
        }
    }

    /// <summary>Reads a section, if it is there.</summary>
    public void Section(string name, Action<IConfigurationSection> read)
    {
        _asked.Add(name);
        var inner = section.GetSection(name);
        if (inner.GetChildren().Any())
        {
            read(inner);
        }
        else if (inner.Value is { Length: > 0 })
        {
            Fault(name, "must be a section that contains settings");
        }
    }

    public void Fault(string name, string what) => faults.Add($"{path}{name} {what}.");

    /// <summary>Gets the paths of unknown settings.</summary>
    /// <param name="known">Those that exist although they were not requested.</param>
    public IEnumerable<string> Unknown(params string[] known) =>
        NotAsked(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase));

    /// <summary>Gets the paths of settings that exist but were not requested.</summary>
    /// <param name="known">Those that exist.</param>
    public IEnumerable<string> Unused(string[] known) => NotAsked(child => known.Contains(child.Key, StringComparer.OrdinalIgnoreCase));

    private IEnumerable<string> NotAsked(Func<IConfigurationSection, bool> isMeant) =>
        section.GetChildren().Where(child => !_asked.Contains(child.Key) && isMeant(child)).Select(static child => child.Path);

    private void Read<T>(string name, string kind, TryParse<T> parse, Action<T> set)
    {
        if (Text(name) is not { } text)
        {
            return;
        }

        if (parse(text, out var value))
        {
            set(value);
        }
        else
        {
            Fault(name, $"must be {kind}, not '{text}'");
        }
    }

    private static bool TryAddress(string text, out Uri value) => Uri.TryCreate(text, UriKind.Absolute, out value!);

    private static bool TryTime(string text, out TimeSpan value)
    {
        value = Timeout.InfiniteTimeSpan;
        return text.Equals("Infinite", StringComparison.OrdinalIgnoreCase)
            || (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value));
    }

    private delegate bool TryParse<T>(string text, out T value);
}
