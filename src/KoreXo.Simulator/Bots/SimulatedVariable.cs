namespace KoreXo.Simulator;

/// <summary>A snapshot of a variable of a simulated bot.</summary>
public sealed class SimulatedVariable
{
    internal SimulatedVariable() { }

    /// <summary>Gets the name of the variable.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the value; <see langword="null"/> for a content variable without one.</summary>
    public required string? Value { get; init; }

    /// <summary>Gets a value indicating whether it is a content variable, which has a string for each language.</summary>
    public required bool IsContent { get; init; }

    /// <summary>Gets when the value is provided: <c>prePopulated</c>, <c>askOnInstall</c> or <c>hidden</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>Gets the description; <see langword="null"/> if no import has set it.</summary>
    public required string? Hint { get; init; }

    /// <summary>Gets the name of the collection that it belongs to; <see langword="null"/> for a variable of the bot itself.</summary>
    public string? Collection { get; init; }

    /// <summary>Gets the strings of a content variable, by language code.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>Returns the name, never the value.</summary>
    /// <returns><see cref="Key"/>.</returns>
    public override string ToString() => Key;
}
