namespace KoreXo.Package.Tests.Guides;

/// <summary>A fenced block of a guide.</summary>
/// <param name="Language">The first word behind the fence.</param>
/// <param name="File">The file that the reader writes it to.</param>
/// <param name="ExitCode">What its last command ends with.</param>
/// <param name="Mode">How its commands run: at once, in the background until the guide ends, or <c>feed</c> for those that pack the
/// feed.</param>
/// <param name="Text">Its content.</param>
internal sealed record GuideStep(string Language, string? File, int ExitCode, string Mode, string Text)
{
    public IEnumerable<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
