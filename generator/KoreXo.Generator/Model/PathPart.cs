namespace KoreXo.Generator.Model;

/// <summary>A piece of a path template: text as it is, or the name of the parameter that fills it.</summary>
internal sealed record PathPart(string Text, bool IsParameter);
