namespace KoreXo.Package.Tests.Guides;

/// <summary>A fenced block of a guide.</summary>
/// <param name="Language">The first word behind the fence.</param>
/// <param name="File">The file that the reader writes it to.</param>
/// <param name="ExitCode">What its last command ends with.</param>
/// <param name="Text">What stands in it.</param>
internal sealed record GuideStep(string Language, string? File, int ExitCode, string Text);
