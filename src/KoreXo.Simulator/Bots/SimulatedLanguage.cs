namespace KoreXo.Simulator;

/// <summary>A snapshot of a language of a simulated bot.</summary>
/// <param name="Code">The code of the language, such as <c>en</c>.</param>
/// <param name="IsEnabled">Whether the language is enabled.</param>
/// <param name="IsPublished">Whether the bot was published while the language was enabled.</param>
public sealed record SimulatedLanguage(string Code, bool IsEnabled, bool IsPublished);
