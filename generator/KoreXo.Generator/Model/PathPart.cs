namespace KoreXo.Generator.Model;

/// <summary>A part of a path template: literal text, or the name of a parameter.</summary>
internal sealed record PathPart(string Text, bool IsParameter);
