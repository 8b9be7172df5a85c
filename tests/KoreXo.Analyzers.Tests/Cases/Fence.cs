namespace KoreXo.Analyzers.Tests.Cases;

/// <summary>A fenced block of the case file.</summary>
/// <param name="Kind">Its language.</param>
/// <param name="Settings">What stands behind it: <c>file=X</c>, <c>action=1</c>, …</param>
/// <param name="Text">Its text, with a final line break.</param>
public sealed record Fence(string Kind, IReadOnlyDictionary<string, string> Settings, string Text)
{
    public string? this[string setting] => Settings.GetValueOrDefault(setting);

    /// <summary>Gets the lines that say something.</summary>
    public IEnumerable<string> Lines => Text.Split('\n').Where(static line => line.Length > 0);
}
