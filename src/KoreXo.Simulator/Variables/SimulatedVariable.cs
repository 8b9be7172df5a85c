namespace KoreXo.Simulator;

/// <summary>A variable of a simulated bot, as it was at one moment.</summary>
public sealed class SimulatedVariable
{
    internal SimulatedVariable() { }

    /// <summary>The name of the variable.</summary>
    public required string Key { get; init; }

    /// <summary>The value; null for a content variable without one.</summary>
    public required string? Value { get; init; }

    /// <summary>Whether it is a content variable, which has a text for each language.</summary>
    public required bool IsContent { get; init; }

    /// <summary>When the value is given: <c>prePopulated</c>, <c>askOnInstall</c> or <c>hidden</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>What the variable is for; null when no import has said so.</summary>
    public required string? Hint { get; init; }

    /// <summary>The name of the collection that it belongs to; null for a variable of the bot itself.</summary>
    public string? Collection { get; init; }

    /// <summary>The texts of a content variable by code of the language.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>Shows the name, never the value.</summary>
    /// <returns><see cref="Key"/>.</returns>
    public override string ToString() => Key;
}
