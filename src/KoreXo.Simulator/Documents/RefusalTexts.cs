using KoreXo.OpenApi.Vocabulary;

namespace KoreXo.Simulator.Documents;

/// <summary>The messages of one document that mean "rate limited".</summary>
internal sealed class RefusalTexts(IReadOnlyList<Refusal> texts)
{
    private const string Unnamed = "rate limit";

    public static readonly RefusalTexts None = new([]);

    public static TimeSpan Minute { get; } = TimeSpan.FromMinutes(1);

    public static TimeSpan Hour { get; } = TimeSpan.FromHours(1);

    /// <summary>Returns the message for an exhausted window: the one with the longest time that fits into it.</summary>
    public string For(TimeSpan window)
    {
        var fitting = texts.Where(text => TimeSpan.FromSeconds(text.Seconds) <= window).ToList();
        return (fitting.MaxBy(text => text.Seconds) ?? texts.MinBy(text => text.Seconds))?.Contains ?? Unnamed;
    }

    /// <summary>Gets the message that names no window, which is the last one in the documents.</summary>
    public string WithoutWindow => texts.Count == 0 ? Unnamed : texts[^1].Contains;
}
